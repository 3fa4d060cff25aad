using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Receivables;

public sealed class AllocationTests
{
    [Fact]
    public async Task Items_are_settled_in_part_and_many_to_many()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Sold("D2", "2026-01-06", 50));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 120));
        await book.PostedAsync(Received("M2", "2026-01-08", Customer, 20));

        await book.PostedAsync(Settle(
            "A1", "2026-01-10", Pair(TheSale("D1"), TheReceipt("M1"), 90), Pair(TheSale("D2"), TheReceipt("M1"), 30),
            Pair(TheSale("D2"), TheReceipt("M2"), 15)));

        book.Open().Should().Equal(
            "1122 C1 sale D1 10.0", "1122 C1 sale D2 5.0", "1122 C1 money_receipt M2 -5.0");
        await WholeAsync(book);
    }

    [Fact]
    public async Task The_oldest_due_is_settled_first_whatever_came_first()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100) with { DueDate = Date("2026-03-01") });
        await book.PostedAsync(Sold("D2", "2026-01-06", 50) with { DueDate = Date("2026-02-01") });
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 80));

        await book.PostedAsync(Auto("A1", "2026-01-10", Customer));

        book.Open().Should().Equal("1122 C1 sale D1 70.0");
        await WholeAsync(book);
    }

    [Fact]
    public async Task A_return_settles_what_it_takes_back_before_anything_older()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Sold("D2", "2026-01-06", 50));
        await book.PostedAsync(BroughtBack("T1", "2026-01-07", 30) with { OriginalNo = "D2" });

        await book.PostedAsync(Auto("A1", "2026-01-10", Customer));

        book.Open().Should().Equal("1122 C1 sale D1 100.0", "1122 C1 sale D2 20.0");
    }

    [Fact]
    public async Task What_is_not_there_yet_is_left_out_of_an_automatic_allocation()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-15", 100));
        await book.PostedAsync(Sold("D2", "2026-01-06", 50));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 80));

        await book.PostedAsync(Auto("A1", "2026-01-10", Customer));

        book.Open().Should().Equal("1122 C1 sale D1 100.0", "1122 C1 money_receipt M1 -30.0");
    }

    [Fact]
    public async Task An_allocation_taken_back_leaves_what_was_open_before_and_is_not_taken_back_twice()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 80));
        var before = book.Open();
        await book.PostedAsync(Auto("A1", "2026-01-10", Customer));

        await book.PostedAsync(TakeBack("B1", "2026-01-11", "allocation", "A1"));

        book.Open().Should().Equal(before);
        (await book.RefusedAsync(TakeBack("B2", "2026-01-11", "allocation", "A1"))).Reason
            .Should().Be(RefusalReason.AllocationTakenBack);
        await WholeAsync(book);
    }

    [Fact]
    public async Task What_was_taken_back_is_not_settled_before_that_day()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 80));
        await book.PostedAsync(Auto("A1", "2026-01-10", Customer));
        await book.PostedAsync(TakeBack("B1", "2026-01-20", "allocation", "A1"));

        var early = await book.RefusedAsync(Settle("A2", "2026-01-15", Pair(TheSale("D1"), TheReceipt("M1"), 80)));
        await book.PostedAsync(Settle("A2", "2026-01-20", Pair(TheSale("D1"), TheReceipt("M1"), 80)));

        early.Reason.Should().Be(RefusalReason.AllocationTooEarly);
        await WholeAsync(book);
    }

    [Fact]
    public async Task A_write_off_whose_new_item_is_settled_is_taken_back_only_after_that()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Off(
            WriteOffKind.ReceivableTransfer, "W1", "2026-01-10", Customer, Part(TheSale("D1"))) with
        {
            ToPartyCode = OtherCustomer,
        });
        var taken = OpenItemRef.OfWriteOff("W1") with { LineNo = 2 };
        await book.PostedAsync(Received("M1", "2026-01-11", OtherCustomer, 30, Part(taken)));

        var refused = await book.RefusedAsync(TakeBack("B1", "2026-01-12", "write_off", "W1"));
        await book.PostedAsync(TakeBack("B2", "2026-01-12", "money_receipt", "M1"));
        await book.PostedAsync(TakeBack("B3", "2026-01-12", "write_off", "W1"));

        refused.Reason.Should().Be(RefusalReason.ItemAllocated);
        book.Open().Should().Equal("1122 C1 sale D1 100.0", "1122 C2 money_receipt M1 -30.0");
        await WholeAsync(book);
    }

    [Fact]
    public async Task An_item_is_named_by_document_key_or_place_too()
    {
        await using var book = await BookAsync();
        var seq = await book.PostedAsync(Sold("D1", "2026-01-05", 100) with { Key = "shop:7" });
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 80));

        await book.PostedAsync(Settle("A1", "2026-01-10", Pair(OpenItemRef.OfKey("shop:7"), TheReceipt("M1"), 30)));
        await book.PostedAsync(Settle("A2", "2026-01-10", Pair(OpenItemRef.At(seq, 1), TheReceipt("M1"), 20)));

        book.Open().Should().Equal("1122 C1 sale D1 50.0", "1122 C1 money_receipt M1 -30.0");
    }

    [Fact]
    public async Task Callers_at_once_never_settle_an_item_beyond_its_amount()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 1000));
        var posted = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 16), async (caller, ct) =>
        {
            for (var n = 0; n < 10; n++)
            {
                var result = await book.PostAsync(Settle(
                    $"A{caller}-{n}", "2026-01-10", Pair(TheSale("D1"), TheReceipt("M1"), 7)));
                _ = result is PostResult.Posted ? Interlocked.Increment(ref posted) : 0;
            }
        });

        posted.Should().Be(14);
        book.Open().Should().Equal("1122 C1 sale D1 2.0", "1122 C1 money_receipt M1 -902.0");
        await WholeAsync(book);
    }

    [Fact]
    public async Task Two_journals_agree_on_what_is_left()
    {
        await using var book = await BookAsync();
        await using var second = await Journal.OpenAsync(book.Book, TimeProvider.System, default);
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 1000));

        var results = new List<PostResult>();
        for (var n = 0; n < 8; n++)
        {
            results.Add(await (n % 2 == 0 ? book.Journal : second).PostAsync(
                Settle($"A{n}", "2026-01-10", Pair(TheSale("D1"), TheReceipt("M1"), 30)), default));
        }

        results.OfType<PostResult.Posted>().Should().HaveCount(3);
        await WholeAsync(book);
    }

    [Fact]
    public async Task A_document_is_reversed_only_while_nothing_settles_it_and_leaves_nothing_open()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 100, Part(TheSale("D1"), 40)));
        var later = new Reversal("sale:D1", "D1-R") { BusinessAt = Day("2026-01-12") };

        var early = await book.RefusedAsync(later);
        await book.PostedAsync(TakeBack("B1", "2026-01-10", "money_receipt", "M1"));
        var voucher = await book.RefusedAsync(new Reversal("allocation_reversal:B1", "B1-R"));
        await book.PostedAsync(later);
        await book.PostedAsync(new Reversal("money_receipt:M1", "M1-R"));

        early.Reason.Should().Be(RefusalReason.ItemAllocated);
        voucher.Reason.Should().Be(RefusalReason.VoucherNotReversed);
        book.Open().Should().BeEmpty();
        book.Balance(Account.Receivable).Should().Be(0);
        await WholeAsync(book);
    }

    private static async Task WholeAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
}
