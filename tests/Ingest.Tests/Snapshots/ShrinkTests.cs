using Analytics.Star;

namespace Analytics.Ingest.Tests.Snapshots;

public sealed class ShrinkTests
{
    [Fact]
    public async Task A_generation_of_which_a_fact_lost_more_than_a_tenth_is_refused_until_a_person_accepts_it()
    {
        await using var company = await CompanyFolder.CreateAsync(120);
        await using var smaller = await CompanyFolder.CreateAsync(60);
        var history = new SnapshotHistory(company.File("logs", "snapshots.jsonl"));
        var options = new SnapshotOptions { Full = true, History = history };
        var first = (SnapshotOutcome.Published)await company.SnapshotAsync(options);

        var refused = await RunAsync(smaller, company.Star, options);

        var finding = refused.Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings
            .Should().ContainSingle().Which;
        finding.Audit.Should().Be("table_shrank");
        finding.MustNotBe.Should().Contain("--accept-shrink");
        finding.Rows.Should().Contain(row => row.StartsWith("table_name=fact_money, "));
        company.Star.Current()!.Generation.Should().Be(first.Manifest.Generation);

        var accepted = await RunAsync(smaller, company.Star, options with { AcceptShrink = true });

        accepted.Should().BeOfType<SnapshotOutcome.Published>().Which.AcceptedShrink.Should().Equal(finding.Rows);
        var runs = history.Latest(3);
        runs.Select(run => run.Ending).Should().Equal(
            SnapshotEnding.Published, SnapshotEnding.Red, SnapshotEnding.Published);
        runs[0].AcceptedShrink.Should().Equal(finding.Rows);
        runs[2].AcceptedShrink.Should().BeNull();
    }

    [Fact]
    public async Task Accepting_a_shrink_accepts_nothing_else()
    {
        await using var company = await CompanyFolder.CreateAsync(120);
        await using var smaller = await CompanyFolder.CreateAsync(60);
        await company.SnapshotAsync();
        await smaller.ChangeBookAsync("update document_line set net_amount = net_amount + 1 where line_no = 1");

        var outcome = await RunAsync(smaller, company.Star, new() { Full = true, AcceptShrink = true });

        outcome.Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings
            .Should().Contain(found => found.Audit == "sales_off_control_totals")
            .And.NotContain(found => found.Audit == "table_shrank");
    }

    private static Task<SnapshotOutcome> RunAsync(CompanyFolder book, StarFolder star, SnapshotOptions options) =>
        new Snapshot(options).RunAsync(book.Book, star, TimeProvider.System, null, default);
}
