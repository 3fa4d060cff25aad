using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Life;

public sealed class ReversalTests
{
    [Fact]
    public async Task Posting_then_reversing_leaves_nothing()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-05", Line(3, 60)));
        var before = Everything(book);

        await book.PostedAsync(Receipt("R2", "2026-01-03", Line(10, 300)));
        await book.PostedAsync(new Reversal("purchase_receipt:R2", "R2-R"));

        Everything(book).Should().Be(before);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reversed_receipt_uncovers_the_sales_it_had_covered()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(1, 7)));
        var sale = await book.PostedAsync(Sale("D1", "2026-01-02", Line(3, 60)));
        await book.PostedAsync(Receipt("R1", "2026-01-03", Line(5, 100)));
        Effective(book, sale).Should().Be(47);

        await book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));

        Effective(book, sale).Should().Be(21);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_sale_reversed_later_comes_back_at_what_it_cost()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(4, 60)));

        await book.PostedAsync(new Reversal("sale:D1", "D1-R") { BusinessAt = Day("2026-02-01") });

        book.Query("select qty, value from state_pool", row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((10 * Qty.Scale, 100 * Money.Scale));
        book.Number("select sum(amount) from state_balance where account in ('6001', '6401')").Should().Be(0);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_return_reversed_later_may_be_returned_again()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(4, 60)));
        await book.PostedAsync(Return("T1", "2026-01-03", "D1", Line(4, 60)));
        (await book.RefusedAsync(Return("T2", "2026-01-05", "D1", Line(1, 15)))).Reason
            .Should().Be(RefusalReason.ExceedsOriginal);

        await book.PostedAsync(new Reversal("sale_return:T1", "T1-R") { BusinessAt = Day("2026-01-04") });

        await book.PostedAsync(Return("T2", "2026-01-05", "D1", Line(1, 15)));
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_reversal_gives_back_later_is_not_returned_again_before_that()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(4, 60)));
        await book.PostedAsync(Return("T1", "2026-01-04", "D1", Line(4, 60)));
        await book.PostedAsync(new Reversal("sale_return:T1", "T1-R") { BusinessAt = Day("2026-01-06") });

        foreach (var date in (string[])["2026-01-03", "2026-01-04", "2026-01-05"])
        {
            (await book.RefusedAsync(Return("T2", date, "D1", Line(1, 15)))).Reason
                .Should().Be(RefusalReason.ExceedsOriginal, "on {0}", date);
        }

        await book.PostedAsync(Return("T2", "2026-01-06", "D1", Line(1, 15)));
        await book.PostedAsync(Return("T3", "2026-01-07", "D1", Line(3, 45)));
        (await book.RefusedAsync(Return("T4", "2026-01-08", "D1", Line(1, 15)))).Reason
            .Should().Be(RefusalReason.ExceedsOriginal);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task Reversing_again_is_already_there_and_with_another_number_refused()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        var seq = await book.PostedAsync(new Reversal("purchase_receipt:R1", "R1-R"));

        (await book.PostAsync(new Reversal("purchase_receipt:R1", "R1-R")))
            .Should().Be(new PostResult.AlreadyThere(seq));
        (await book.RefusedAsync(new Reversal("purchase_receipt:R1", "R1-X"))).Reason
            .Should().Be(RefusalReason.OriginalReversed);
    }

    [Fact]
    public async Task What_cannot_be_reversed_is_refused()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(4, 60)));
        await book.PostedAsync(Return("T1", "2026-01-03", "D1", Line(1, 15)));
        await book.PostedAsync(Receipt("R2", "2026-01-04", Line(1, 10)));
        await book.PostedAsync(new Reversal("purchase_receipt:R2", "R2-R"));
        var strict = Receipt("R3", "2026-01-05", Line(2, 20)) with { StoreCode = StrictStore };
        await book.PostedAsync(strict);
        await book.PostedAsync(Sale("D3", "2026-01-06", Line(1, 20)) with { StoreCode = StrictStore });

        (await Reason(book, new Reversal("sale:none", "X"))).Should().Be(RefusalReason.UnknownDocument);
        (await Reason(book, new Reversal("sale:D1", "X"))).Should().Be(RefusalReason.OriginalTakenBack);
        (await Reason(book, new Reversal("reversal:purchase_receipt:R2", "X")))
            .Should().Be(RefusalReason.ReversalOfReversal);
        (await Reason(book, new Reversal("sale_return:T1", ""))).Should().Be(RefusalReason.CodeMissing);
        (await Reason(book, new Reversal("purchase_receipt:R1", "R2")))
            .Should().Be(RefusalReason.DuplicateDocumentNo);
        (await Reason(book, new Reversal("purchase_receipt:R3", "X"))).Should().Be(RefusalReason.InsufficientStock);
        (await Reason(book, new Reversal("sale_return:T1", "X") { BusinessAt = Day("2025-12-01") }))
            .Should().Be(RefusalReason.DateOutOfRange);
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));
        (await Reason(book, new Reversal("sale_return:T1", "X"))).Should().Be(RefusalReason.ClosedPeriod);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    private static async Task<RefusalReason> Reason(TestBook book, Submission submission) =>
        (await book.RefusedAsync(submission)).Reason;

    /// <summary>Stock, balances and what each line but the reversed ones is worth.</summary>
    private static string Everything(TestBook book) => string.Join("\n",
    [
        .. book.Query(
            "select qty, value from state_pool order by item_id", row => $"{row.GetInt64(0)} {row.GetInt64(1)}"),
        .. book.Query(
            "select account, party_id, amount from state_balance where amount <> 0 order by 1, 2",
            row => $"{row.GetString(0)} {row.GetInt64(1)} {row.GetInt64(2)}"),
        .. book.Query(
            "select document_no, line.cost_amount + coalesce((select sum(later.cost_amount) from cost_adjustment later "
            + "where later.original_seq = line.seq), 0) from document_line line join document using (seq) "
            + "where document_no not like 'R2%' order by 1",
            row => $"{row.GetString(0)} {row.GetInt64(1)}"),
    ]);

    private static decimal Effective(TestBook book, long seq) => (decimal)book.Number(
        $"select (select sum(cost_amount) from document_line where seq = {seq}) "
        + $"+ coalesce((select sum(cost_amount) from cost_adjustment where original_seq = {seq}), 0)") / Money.Scale;
}
