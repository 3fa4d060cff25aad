using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class BatchReversalTests
{
    [Fact]
    public async Task A_reversal_puts_goods_and_codes_back_where_they_were()
    {
        await using var book = await FilledAsync();
        var sale = Sale("D1", "2026-01-02", Line(4, 40, Drug) with { TraceCodes = ["c1"] }) with { StoreCode = Strict };
        await book.Book.PostedAsync(sale);

        await book.Book.PostedAsync(new Reversal("sale:D1", "D1-R"));

        (book.OnHand("near", Strict), book.OnHand("late", Strict)).Should().Be((3, 5));
        await book.Book.PostedAsync(sale with { DocumentNo = "D2" });
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_return_reversed_leaves_the_code_sold_so_that_it_can_come_back()
    {
        await using var book = await FilledAsync();
        var sold = Line(1, 10, Drug) with { TraceCodes = ["c1"] };
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", sold) with { StoreCode = Strict });
        await book.Book.PostedAsync(Return("T1", "2026-01-03", "D1", sold) with { StoreCode = Strict });
        await book.Book.PostedAsync(new Reversal("sale_return:T1", "T1-R"));

        await book.Book.PostedAsync(Return("T2", "2026-01-03", "D1", sold) with { StoreCode = Strict });

        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_receipt_whose_batch_or_code_went_on_is_not_reversed_where_stock_may_not_go_negative()
    {
        await using var book = await FilledAsync();
        await book.Book.PostedAsync(
            Receipt("R2", "2026-01-01", Of("late", 9), Line(9, 9, CompanyWide) with { BatchNo = "x" })
                with { StoreCode = Strict });
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", Of("near", 3)) with { StoreCode = Strict });

        (await book.Book.RefusedAsync(new Reversal("purchase_receipt:R1", "R1-R"))).Reason
            .Should().Be(RefusalReason.InsufficientStock);
        await book.Book.PostedAsync(new Reversal("purchase_receipt:R2", "R2-R"));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_batch_of_which_nothing_is_left_comes_in_anew_with_other_dates()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("b", 3, "2026-12")));
        await book.Book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));

        await book.Book.PostedAsync(Receipt("R2", "2026-01-02", Of("b", 4, "2027-06"), Of("b", 1, "2027-06")));

        Expiries(book).Should().Equal(("b", 20270630));
        await book.ReopenAsync();
        var sale = await book.Book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 50, Drug)));
        book.Moved(sale).Should().Equal(("b", -5));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_batch_of_which_nothing_is_left_comes_in_anew_within_one_group_and_as_often_as_need_be()
    {
        await using var book = await OpenAsync();
        Submission[] group =
        [
            Receipt("R1", "2026-01-01", Of("b", 3, "2026-12", CostedByBatch)),
            Receipt("R2", "2026-01-01", Of("b", 3, "", CostedByBatch)),
            new Reversal("purchase_receipt:R1", "R1-R"),
            new Reversal("purchase_receipt:R2", "R2-R"),
            Receipt("R3", "2026-01-02", Of("b", 4, "2027-06", CostedByBatch)),
            new Reversal("purchase_receipt:R3", "R3-R"),
            Receipt("R4", "2026-01-02", Of("b", 4, "2028-06", CostedByBatch)),
            Receipt("R5", "2026-01-02", Of("b", 4, "", CostedByBatch)),
        ];

        (await book.Book.Journal.PostAsync(group, default)).Should().AllBeOfType<PostResult.Posted>();

        Expiries(book).Should().Equal(("b", 20280630));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_batch_of_which_nothing_is_left_comes_in_without_dates_where_none_are_stated()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("b", 3, "2026-12")));
        await book.Book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));

        await book.Book.PostedAsync(Receipt("R2", "2026-01-02", Of("b", 4)));

        Expiries(book).Should().Equal(("b", -1));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("another receipt")]
    [InlineData("a sale")]
    [InlineData("a code")]
    [InlineData("a freeze")]
    [InlineData("a reversal of a later day")]
    public async Task A_batch_of_which_something_is_left_keeps_its_dates(string left)
    {
        await using var book = await OpenAsync();
        var line = Of("b", 3, "2026-12");
        await book.Book.PostedAsync(
            Receipt("R1", "2026-01-01", left == "a code" ? line with { TraceCodes = ["c1"] } : line));
        Submission? other = left switch
        {
            "another receipt" => Receipt("R0", "2026-01-01", Of("b", 1)),
            "a sale" => Sale("D1", "2026-01-02", Of("b", 2)),
            "a freeze" => new StockFreeze(Drug, IsFrozen: true) { BatchNo = "b" },
            _ => null,
        };
        if (other is not null)
        {
            await book.Book.PostedAsync(other);
        }

        await book.Book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R")
        {
            BusinessAt = left == "a reversal of a later day" ? Day("2026-01-02") : null,
        });

        (await book.Book.RefusedAsync(Receipt("R2", "2026-01-02", Of("b", 4, "2027-06")))).Reason
            .Should().Be(RefusalReason.BatchDiffers);
        Expiries(book).Should().Equal(("b", 20261231));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    private static List<(string BatchNo, long ExpiresOn)> Expiries(BatchBook book) => book.Book.Query(
        "select batch_no, expires_on from state_batch", row => (row.GetString(0), row.GetInt64(1)));

    private static async Task<BatchBook> FilledAsync()
    {
        var book = await OpenAsync();
        await book.Book.PostedAsync(
            Receipt("R1", "2026-01-01", Of("near", 3, "2026-12") with { TraceCodes = ["c1"] }, Of("late", 5, "2027-06"))
                with { StoreCode = Strict });
        return book;
    }
}
