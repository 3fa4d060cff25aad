using Analytics.Fixtures;
using Analytics.Ingest.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests.Demo;

public sealed class DemoPostingTests
{
    [Fact]
    public async Task The_book_takes_the_whole_company()
    {
        using var folder = new TempFolder();
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));
        var progress = new LastReport();
        DemoSummary summary;
        await using (var journal = await Journal.OpenAsync(book, clock, default))
        {
            var company = new DemoCompany(new DemoOptions { Lines = 20_000 }, clock);
            summary = await company.PostAsync(journal.PostAsync, progress, default);
        }

        summary.SaleLines.Should().Be(20_000);
        progress.Last.Should().Be(
            new DemoProgress(20_000, 20_000, summary.Documents, new DateOnly(2026, 11, 22)));
        await using var view = await book.ReadAsync(default);
        view.Seq.Should().BeGreaterThanOrEqualTo(summary.Documents + summary.Masters);
        var lines = await Query.RowsAsync(view.Connection, await SqlAsync("lines_by_kind.sql"));
        lines.Select(row => ((string)row[0]!, (long)row[1]!)).Where(row => row.Item1 != "within").Should().Equal(
            ("sale", summary.SaleLines), ("sale_return", summary.ReturnLines), ("stock_in", summary.PurchaseLines));
        var kinds = await Query.RowsAsync(view.Connection, "select distinct kind from document order by kind");
        kinds.Select(row => (string)row[0]!).Should().Equal(
            "allocation", "channel_settlement", "coupon_issue", "day_close", "destruction", "expense", "fund_transfer",
            "insurance_claim", "insurance_review", "loss_settlement", "member_level_change", "money_payment",
            "money_receipt", "opening_stock", "purchase_receipt", "sale", "sale_return", "sales_order", "stock_count",
            "stock_damage", "supplier_rebate", "supplier_rebate_receipt", "transfer");
        var backdated = (await Query.RowsAsync(view.Connection, await SqlAsync("backdated_or_uncosted.sql"))).Single();
        ((long)backdated[0]!).Should().BePositive();
        backdated[1].Should().Be(0L);
        var codes = await Query.RowsAsync(view.Connection, await SqlAsync("trace_codes_by_location.sql"));
        codes.Select(row => (string)row[0]!).Should().Contain(["customer", "depot"]);
        codes.Should().AllSatisfy(row => ((long)row[1]!).Should().BeGreaterThan(20));
    }

    /// <summary>What happens once in some hundred thousand lines: wholesale that gets cash back, a return of what
    /// points were earned by and used since.</summary>
    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(1)]
    [InlineData(7)]
    public async Task The_book_takes_a_large_company_too(int seed)
    {
        using var folder = new TempFolder();
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));
        await using var journal = await Journal.OpenAsync(book, clock, default);

        var summary = await new DemoCompany(new DemoOptions { Lines = 500_000, Seed = seed }, clock)
            .PostAsync(journal.PostAsync, null, default);

        summary.SaleLines.Should().Be(500_000);
    }

    private static Task<string> SqlAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Demo", name));

    private sealed class LastReport : IProgress<DemoProgress>
    {
        public DemoProgress Last { get; private set; }

        public void Report(DemoProgress value) => Last = value;
    }
}
