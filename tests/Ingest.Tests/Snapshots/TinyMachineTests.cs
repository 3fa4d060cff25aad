using Analytics.Fixtures;
using Analytics.Ingest.Demo;
using Analytics.Ingest.Tests.Demo;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>With one thread, little memory and a disk to spill to, the same generations come of the same books.
/// </summary>
[Trait("Category", "Slow")]
public sealed class TinyMachineTests
{
    /// <summary>Far below what the tables take; less than DuckDB needs for a batch of the widest it refuses.</summary>
    private static readonly StarSessionOptions Tiny = new() { Threads = 1, MemoryLimit = "96MB" };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_rough_history_is_built_row_for_row_as_on_a_large_machine(int seed)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
        {
            foreach (var batch in new RoughHistory(seed).Batches(120).Concat(new RoughTrade(seed).Batches(60)))
            {
                await journal.PostAsync(batch, default);
            }
        }

        await BuildsTheSameAsync(company);
    }

    [Fact]
    public async Task A_companys_life_is_built_and_added_to_row_for_row_as_on_a_large_machine()
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        var clock = new StoppedClock(new DateTimeOffset(2026, 11, 22, 7, 30, 0, TimeSpan.Zero));
        var submissions = new DemoCompany(new DemoOptions { Lines = 20_000 }, clock).Batches()
            .SelectMany(batch => batch).ToList();
        await PostAsync(company, submissions[..^200]);
        Published(await company.SnapshotAsync(new() { Session = Tiny })).IsAdded.Should().BeFalse();
        await PostAsync(company, submissions[^200..]);
        Published(await company.SnapshotAsync(new() { Session = Tiny })).IsAdded.Should().BeTrue();
        await IncrementTests.EqualsAWholeBuildAsync(company);

        await BuildsTheSameAsync(company);
    }

    private static async Task PostAsync(CompanyFolder company, IEnumerable<Submission> submissions)
    {
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        foreach (var batch in submissions.Chunk(500))
        {
            await journal.PostAsync(batch, default);
        }
    }

    private static async Task BuildsTheSameAsync(CompanyFolder company)
    {
        var large = await ThreadsTests.BuiltAsync(company, new() { Full = true });
        var tiny = await ThreadsTests.BuiltAsync(company, new() { Full = true, Session = Tiny });
        tiny["fact_sales"].Should().NotBeEmpty();
        foreach (var (table, rows) in tiny)
        {
            rows.Should().Equal(large[table], table);
        }

        var reconciled = await Reconcile.RunAsync(company.Book, company.Star, Tiny, default);
        reconciled!.Findings.Should().BeEmpty();
    }
}
