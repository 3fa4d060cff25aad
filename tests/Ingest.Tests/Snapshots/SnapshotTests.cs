using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_posted_book_becomes_a_served_generation()
    {
        await using var company = await CompanyFolder.CreateAsync(400);

        var outcome = await company.SnapshotAsync();

        var published = outcome.Should().BeOfType<SnapshotOutcome.Published>(outcome.ToString()).Subject;
        company.Star.Current()!.Generation.Should().Be(published.Manifest.Generation);
        published.Manifest.Rows["fact_sales"].Should().BeGreaterThan(300);
        published.Manifest.FirstBusinessDate.Should().Be(new DateOnly(2025, 10, 1));
        published.Rows.Should().BeGreaterThan(1000);
        await using var readers = await company.ReadersAsync();
        await using var lease = await readers.RentAsync(null, default);
        var kinds = await Query.RowsAsync(
            lease.Connection, $"select distinct document_kind from {lease.Schema}.fact_sales order by all");
        kinds.Select(row => row[0]).Should().Equal("cost_adjustment", "sale", "sale_return");
    }
}
