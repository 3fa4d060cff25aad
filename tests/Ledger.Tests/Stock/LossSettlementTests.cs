using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Stock.StockBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>What becomes of the differences of one count.</summary>
public sealed class LossSettlementTests
{
    [Fact]
    public async Task What_was_counted_is_decided_on_in_parts_and_no_further_than_it_left()
    {
        await using var book = await CountedAsync();

        await Restores.EverythingAsync(book, Decided("L0", ("6602", 30), ("6301", 2)));
        await book.PostedAsync(Decided("L1", ("6602", 10)));
        (await book.RefusedAsync(Decided("L2", ("6711", 20.01m)))).Reason.Should().Be(RefusalReason.ExceedsOriginal);
        (await book.RefusedAsync(Decided("L2", ("6301", 2.01m)))).Reason.Should().Be(RefusalReason.ExceedsOriginal);
        (await book.RefusedAsync(new Reversal("stock_count:C1", "C1-R"))).Reason
            .Should().Be(RefusalReason.OriginalTakenBack);
        await book.PostedAsync(Decided("L2", ("6711", 12), ("6301", 2), ("6601", 8)));

        (await book.RefusedAsync(Decided("L3", ("6602", 0.01m)))).Reason.Should().Be(RefusalReason.ExceedsOriginal);
        book.Accounts().Should().Equal(("1405", 82), ("6301", -2), ("6601", 8), ("6602", 10), ("6711", 12));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task What_the_lost_goods_turn_out_to_cost_is_decided_on_too()
    {
        await using var book = await CountedAsync();
        await book.PostedAsync(Decided("L1", ("6602", 30), ("6301", 2)));

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));
        await book.PostedAsync(Decided("L2", ("6602", 15)));

        (await book.RefusedAsync(Decided("L3", ("6602", 0.01m)))).Reason.Should().Be(RefusalReason.ExceedsOriginal);
        book.Accounts().Should().Equal(("1405", 267), ("6301", -2), ("6602", 45));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task Only_counts_losses_and_finds_are_decided_on()
    {
        await using var book = await CountedAsync();

        (await book.RefusedAsync(Decided("L1", ("6602", 1)) with { OriginalNo = "R1" })).Reason
            .Should().Be(RefusalReason.UnknownOriginal);
        (await book.RefusedAsync(Decided("L1", ("6602", 1)) with { BusinessAt = Day("2026-01-02") })).Reason
            .Should().Be(RefusalReason.BeforeOriginal);
    }

    /// <summary>3 of 10 are lost, 30; 1 of the other item is found, 2.</summary>
    private static async Task<TestBook> CountedAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100), Line(5, 10, OtherItem)));
        await book.PostedAsync(Of(DocumentKind.StockCount, "C1", "2026-01-03", Line(7, 0), Line(6, 0, OtherItem)));
        return book;
    }

    private static Document Decided(string number, params (string Account, decimal Amount)[] amounts) =>
        Of(DocumentKind.LossSettlement, number, "2026-01-06") with
        {
            OriginalNo = "C1",
            MoneyLines = [.. amounts.Select(one => new MoneyLine(one.Account, Money.Round(one.Amount)))],
        };
}
