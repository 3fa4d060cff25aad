using Analytics.Star;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Every run leaves one record, whichever way it ends.</summary>
public sealed class SnapshotHistoryTests
{
    [Fact]
    public async Task Every_ending_leaves_one_record_with_its_steps()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        var history = new SnapshotHistory(company.File("logs", "snapshots.jsonl"));
        var options = new SnapshotOptions { History = history };

        var whole = Published(await company.SnapshotAsync(options)).Manifest;
        await company.SnapshotAsync(options);
        await company.PostMoreAsync();
        var added = Published(await company.SnapshotAsync(options)).Manifest;
        await company.PostMoreAsync();
        await company.SnapshotAsync(options with { FreeBytes = _ => 4096 });
        await CancelAtAsync("load fact_sales", company, options);
        var failing = () => company.SnapshotAsync(
            options with { AtStep = step => throw new IOException(company.Star.FullPath + step) });
        await failing.Should().ThrowAsync<IOException>();
        await company.ChangeBookAsync("update state_control set total = total + 1 where measure = 'sales_net'");
        await company.SnapshotAsync(options);

        var runs = history.Latest(100);
        runs.Select(run => run.Ending).Should().Equal(
            SnapshotEnding.Red, SnapshotEnding.Failed, SnapshotEnding.Cancelled, SnapshotEnding.Refused,
            SnapshotEnding.Added, SnapshotEnding.Unchanged, SnapshotEnding.Published);
        runs.Select(run => run.Generation).Should().Equal(
            added.Generation, added.Generation, added.Generation, added.Generation, added.Generation,
            whole.Generation, whole.Generation);
        runs[^1].Seq.Should().Be(whole.Seq);
        runs[^1].PeakMemoryBytes.Should().BeGreaterThan(10 << 20);
        runs[^1].Steps.Single(step => step.Step == "load fact_sales").RowsOut.Should().Be(whole.Rows["fact_sales"]);
        runs[^1].Steps.Single(step => step.Step == "extract document").RowsIn.Should().BePositive();
        runs[2].Steps[^1].Step.Should().Be("load fact_sales");
        runs[0].Steps.Single(step => step.Quarantined > 0).Step.Should().Be("audit sales_off_control_totals");
        var text = await File.ReadAllTextAsync(company.File("logs", "snapshots.jsonl"));
        text.Should().NotContain(company.FullPath).And.NotContain(Environment.MachineName);
    }

    [Fact]
    public async Task A_copy_that_fails_is_told_and_what_was_published_is_served()
    {
        await using var company = await CompanyFolder.CreateAsync(20);
        var history = new SnapshotHistory(company.File("logs", "snapshots.jsonl"));
        var copy = company.File("exports", "star.duckdb");
        var options = new SnapshotOptions { History = history, Copy = copy };

        var first = Published(await company.SnapshotAsync(options));
        first.CopyFault.Should().BeNull();
        var before = await File.ReadAllBytesAsync(copy);
        before.Should().NotBeEmpty();
        history.Latest(1).Single().Line.Should().BeNull();

        await company.PostMoreAsync();
        await File.WriteAllTextAsync(company.File("exports", "taken"), "a file");
        var second = Published(await company.SnapshotAsync(
            options with { Copy = company.File("exports", "taken/star.duckdb") }));
        second.CopyFault.Should().Contain("is served, but");
        company.Star.Current()!.Generation.Should().Be(second.Manifest.Generation);
        var run = history.Latest(1).Single();
        run.Ending.Should().Be(SnapshotEnding.Added);
        run.Line.Should().Contain("generation copy").And.NotContain(company.FullPath);
        (await File.ReadAllBytesAsync(copy)).Should().Equal(before);
    }

    [Fact]
    public async Task A_line_cut_short_costs_its_own_run_only_and_the_file_stays_bounded()
    {
        await using var company = await CompanyFolder.CreateAsync(10);
        var path = company.File("logs", "snapshots.jsonl");
        var history = new SnapshotHistory(path, 2000);
        var options = new SnapshotOptions { History = history };
        Published(await company.SnapshotAsync(options));
        await File.WriteAllTextAsync(path, "{\"started_at\":\"2026-");

        for (var i = 0; i < 30; i++)
        {
            await company.SnapshotAsync(options);
        }

        new FileInfo(path).Length.Should().BeLessThan(2000);
        new FileInfo(path + ".1").Length.Should().BeLessThan(2000);
        var runs = history.Latest(100);
        runs.Should().HaveCountGreaterThan(5).And.OnlyContain(run => run.Ending == SnapshotEnding.Unchanged);
        runs.Should().BeInDescendingOrder(run => run.StartedAt);
        history.Latest(3).Should().BeEquivalentTo(runs.Take(3), all => all.WithStrictOrdering());
    }

    [Fact]
    public async Task After_it_published_a_snapshot_prunes_what_is_not_kept_and_nobody_reads()
    {
        await using var company = await CompanyFolder.CreateAsync(10);
        var options = new SnapshotOptions { Full = true, Prune = new Pruning(Newest: 1, Days: 0) };
        var first = Published(await company.SnapshotAsync(options)).Manifest.Generation;
        await using (var readers = company.Readers())
        {
            await using var reading = await readers.RentAsync(first, default);
            Published(await company.SnapshotAsync(options)).Pruned.Should().BeEmpty();
        }

        var third = Published(await company.SnapshotAsync(options));

        third.Pruned.Should().HaveCount(2);
        third.Pruned[^1].Generation.Should().Be(first);
        company.Star.List().Should().ContainSingle().Which.Generation.Should().Be(third.Manifest.Generation);
        LeftOver(company).Should().BeEmpty();
    }

    private static async Task CancelAtAsync(string step, CompanyFolder company, SnapshotOptions options)
    {
        using var stop = new CancellationTokenSource();
        var cancelled = () => company.SnapshotAsync(
            options with { AtStep = ended => { if (ended == step) { stop.Cancel(); } } }, stop.Token);
        await cancelled.Should().ThrowAsync<OperationCanceledException>();
    }
}
