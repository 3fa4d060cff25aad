using Analytics.Star;
using DuckDB.NET.Data;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

public sealed class ReconcileTests
{
    [Fact]
    public async Task Nothing_published_is_nothing_to_reconcile()
    {
        await using var company = await CompanyFolder.CreateAsync(0);

        (await ReconcileAsync(company)).Should().BeNull();
    }

    [Fact]
    public async Task A_generation_agrees_with_the_book_as_of_its_last_entry_even_when_the_book_went_on()
    {
        await using var company = await CompanyFolder.CreateAsync(200);
        var published = Published(await company.SnapshotAsync());
        await company.PostMoreAsync();

        var reconciled = await ReconcileAsync(company);

        reconciled!.Manifest.Should().BeEquivalentTo(published.Manifest);
        reconciled.Findings.Should().BeEmpty();
        LeftOver(company).Should().BeEmpty();
    }

    [Fact]
    public async Task A_line_changed_in_the_book_after_publishing_is_found()
    {
        await using var company = await CompanyFolder.CreateAsync(100);
        Published(await company.SnapshotAsync());
        await company.ChangeBookAsync("""
            update document_line set net_amount = net_amount + 1
            where seq = (select max(seq) from document where kind = 'sale') and line_no = 1
            """);

        var findings = (await ReconcileAsync(company))!.Findings;

        findings.Select(finding => finding.Audit).Should().Equal("sales_off_control_totals");
        findings[0].Rows.Should().ContainSingle().Which.Should().Contain("measure=sales_net");
    }

    [Fact]
    public async Task A_figure_changed_in_the_published_file_is_found()
    {
        await using var company = await CompanyFolder.CreateAsync(100);
        var published = Published(await company.SnapshotAsync());
        await using (var file = new DuckDBConnection($"DataSource={company.Star.BasePath(published.Manifest)}"))
        {
            await file.OpenAsync();
            await using var command = file.CreateCommand();
            command.CommandText = "update fact_stock_movement set qty = qty + 1 where line_no = 1";
            await command.ExecuteNonQueryAsync();
        }

        var findings = (await ReconcileAsync(company))!.Findings;

        findings.Select(finding => finding.Audit).Should().BeEquivalentTo(
            "stock_off_control_totals", "stock_off_on_hand", "daily_stock_off_movements");
    }

    [Fact]
    public async Task A_book_whose_entry_bears_another_hash_is_found()
    {
        await using var company = await CompanyFolder.CreateAsync(40);
        var published = Published(await company.SnapshotAsync());
        await company.ChangeBookAsync($"update entry set hash = 'forged' where seq = {published.Manifest.Seq}");

        var findings = (await ReconcileAsync(company))!.Findings;

        findings.Should().ContainSingle().Which.Rows.Single().Should()
            .Contain($"seq={published.Manifest.Seq}").And.Contain("hash_in_ledger=forged");
    }

    private static Task<Reconciled?> ReconcileAsync(CompanyFolder company) =>
        Reconcile.RunAsync(company.Book, company.Star, new StarSessionOptions(), default);
}
