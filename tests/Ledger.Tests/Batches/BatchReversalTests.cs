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

    private static async Task<BatchBook> FilledAsync()
    {
        var book = await OpenAsync();
        await book.Book.PostedAsync(
            Receipt("R1", "2026-01-01", Of("near", 3, "2026-12") with { TraceCodes = ["c1"] }, Of("late", 5, "2027-06"))
                with { StoreCode = Strict });
        return book;
    }
}
