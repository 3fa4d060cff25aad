using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>However many threads read the book, and by whichever way, the same generation comes of it.</summary>
public sealed class ThreadsTests
{
    [Fact]
    public async Task Any_number_of_threads_and_either_way_of_reading_build_the_same_rows_in_the_same_order()
    {
        await using var company = await CompanyFolder.CreateAsync(400, 5);
        var one = new SnapshotOptions { Full = true, Session = new() { Threads = 1 } };
        var expected = await BuiltAsync(company, one with { IsPortable = true });
        expected["fact_sales"].Should().NotBeEmpty();

        foreach (var options in new[]
        {
            one,
            one with { EntriesOfRange = 50 },
            one with { EntriesOfRange = 17, Session = new() { Threads = 4, MemoryLimit = "1GB" } },
        })
        {
            foreach (var (table, rows) in await BuiltAsync(company, options))
            {
                rows.Should().Equal(expected[table], table);
            }
        }
    }

    [Fact]
    public async Task The_outcome_says_what_the_run_might_use()
    {
        await using var company = await CompanyFolder.CreateAsync(20);

        var outcome = await company.SnapshotAsync(
            new() { Session = new() { Threads = 2, MemoryLimit = "700MB" } });

        var used = outcome.Should().BeOfType<SnapshotOutcome.Published>().Subject.Session;
        (used.Threads, used.MemoryLimit).Should().Be((2, "700MB"));
    }

    internal static async Task<SortedDictionary<string, List<string>>> BuiltAsync(
        CompanyFolder company, SnapshotOptions options)
    {
        Published(await company.SnapshotAsync(options));
        return await ContentAsync(company, "rowid");
    }
}
