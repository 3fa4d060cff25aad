using Analytics.Ledger;
using Analytics.Ledger.Posting;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>What differs between two generations, against what was posted between them.</summary>
public sealed class GenerationDiffTests
{
    private static readonly TimeSpan Here = TimeSpan.FromHours(8);

    [Fact]
    public async Task A_backdated_receipt_and_a_sale_explain_the_rows_and_sums_that_differ()
    {
        await using var company = await CompanyFolder.CreateAsync(200);
        var first = Published(await company.SnapshotAsync()).Manifest;
        await company.PostMoreAsync();
        await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
        {
            var receipt = new Document(DocumentKind.PurchaseReceipt, "LATE", new(2025, 10, 2, 9, 0, 0, Here))
            {
                StoreCode = "S1",
                Lines = [new DocumentLine("P001", Qty.Round(7), Money.Round(700))],
            };
            (await journal.PostAsync(receipt, default)).Should().BeOfType<PostResult.Posted>();
        }

        var second = Published(await company.SnapshotAsync()).Manifest;
        var found = await GenerationDiff.OfAsync(
            company.Book, company.Star, (first.Generation, second.Generation), 50, default);
        var back = await GenerationDiff.OfAsync(
            company.Book, company.Star, (second.Generation, first.Generation), 50, default);

        var sales = found.Star.Tables.Single(table => table.Table == "fact_sales");
        sales.Added.Should().Be(second.Rows["fact_sales"] - first.Rows["fact_sales"]);
        sales.Removed.Should().Be(0);
        sales.Changed.Should().Be(0);
        found.Star.Tables.Should().Contain(table => table.Table == "rollup_sales_month_store" && table.Changed > 0);
        found.Star.Tables.Should().NotContain(table => table.Table == "dim_item");
        found.Documents[0].DocumentNo.Should().Be("LATE");
        found.Documents[0].IsBackdated.Should().BeTrue();
        found.Documents[0].AdjustmentCount.Should().BePositive();
        found.Documents.Should().HaveCount(2);
        found.Entries.Sum(group => group.Count).Should().Be(second.Seq - first.Seq);
        back.Star.Tables.Single(table => table.Table == "fact_sales").Removed.Should().Be(sales.Added);
        await SumsAgreeAsync(company, found);
    }

    /// <summary>Every difference of a sum is what the facts of the two say, and none is missing.</summary>
    private static async Task SumsAgreeAsync(CompanyFolder company, GenerationDifference found)
    {
        const string sums = "select month_key, sum(cost_amount) from fact_sales group by month_key order by all";
        var before = await RowsAsync(company, sums, found.Star.Before.Generation);
        var after = await RowsAsync(company, sums, found.Star.After.Generation);
        var old = before.ToDictionary(row => (int)row[0]!, row => (decimal)row[1]!);
        var expected = after.Select(row => (Month: (int)row[0]!, Cost: (decimal)row[1]!))
            .Select(row => (row.Month, Difference: row.Cost - old.GetValueOrDefault(row.Month)))
            .Where(month => month.Difference != 0);
        found.Star.Months.Where(month => month is { Table: "fact_sales", Measure: "cost_amount" })
            .Select(month => (month.MonthKey, month.Difference)).Should().Equal(expected).And.NotBeEmpty();
    }

    [Fact]
    public async Task What_is_told_of_sums_and_documents_is_bounded_and_says_how_many_more_there_are()
    {
        await using var company = await CompanyFolder.CreateAsync(30);
        var first = Published(await company.SnapshotAsync()).Manifest;
        await company.PostMoreAsync();
        await company.PostMoreAsync();
        var second = Published(await company.SnapshotAsync()).Manifest;
        await using var readers = company.Readers();

        var found = await GenerationDiff.OfAsync(
            company.Book, company.Star, (first.Generation, second.Generation), 1, default);

        found.Star.Months.Should().ContainSingle();
        found.Star.MonthsLeftOff.Should().BePositive();
        found.Documents.Should().ContainSingle();
    }
}
