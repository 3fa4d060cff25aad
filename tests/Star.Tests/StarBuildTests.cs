using Analytics.Fixtures;

namespace Analytics.Star.Tests;

public sealed class StarBuildTests : IDisposable
{
    private static readonly LedgerHead Head = new(7, "abc", DateTimeOffset.UnixEpoch, new(2025, 3, 1));

    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public StarBuildTests() => folder = new StarFolder(temp.File("star"));

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_published_generation_is_one_file_without_log_with_its_manifest_and_the_pointer()
    {
        Manifest manifest;
        await using (var build = await StartAsync())
        {
            using (var stores = build.AppendTo("dim_employee"))
            {
                stores.Append(1L).Append(1L).Append("E1").Append("王五").Append(-1L).Append("").Append("").Append("")
                    .Append(true).Append(DateTime.UnixEpoch).Append(DateTime.UnixEpoch).Append(true).EndRow();
            }

            manifest = await build.PublishAsync(Head, default);
        }

        Files().Should().BeEquivalentTo(
            manifest.Generation + ".duckdb", manifest.Generation + ".json", "current.json", "build.lock");
        folder.Current().Should().BeEquivalentTo(manifest);
        manifest.Rows["dim_employee"].Should().Be(1);
        manifest.Rows.Keys.Should().BeEquivalentTo(StarSchema.Tables.Select(table => table.Name));
        manifest.Should().BeEquivalentTo(new
        {
            Seq = 7L,
            LedgerHash = "abc",
            CompleteTo = DateTimeOffset.UnixEpoch,
            FirstBusinessDate = Head.BusinessDate,
            LastBusinessDate = Head.BusinessDate,
            SchemaVersion = StarSchema.Version,
        });
        Directory.EnumerateFileSystemEntries(temp.File("tmp")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_build_that_is_not_published_leaves_nothing_behind()
    {
        await using (await StartAsync())
        {
            Files().Should().Contain(file => file.EndsWith(".building.duckdb", StringComparison.Ordinal));
        }

        Files().Should().Equal("build.lock");
        folder.Current().Should().BeNull();
    }

    [Fact]
    public async Task A_second_build_at_the_same_time_is_refused_in_one_line_that_says_who_builds()
    {
        await using var first = await StartAsync();

        var second = StartAsync;

        var refusal = (await second.Should().ThrowAsync<StarException>()).Which.Message;
        refusal.Should().StartWith("Another snapshot is being built in ").And.NotContain("\n");
        refusal.Should().Contain($"process {Environment.ProcessId} on {Environment.MachineName} since ");
    }

    [Fact]
    public async Task The_lock_is_free_again_after_a_build()
    {
        await (await StartAsync()).DisposeAsync();

        await using var next = await StartAsync();

        next.Generation.Should().NotBeEmpty();
    }

    [Fact]
    public async Task What_killed_builds_left_is_swept_by_the_next_and_generations_stay()
    {
        var kept = (await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System)).Manifest;
        string[] leftovers =
        [
            "20200101T000000.building.duckdb",
            "20200101T000000.building.duckdb.wal",
            "20200102T000000.duckdb",
            "20200103T000000.json.part",
            "current.json.part",
        ];
        foreach (var leftover in leftovers)
        {
            await File.WriteAllTextAsync(temp.File("star", leftover), "half");
        }

        Directory.CreateDirectory(temp.File("tmp", "star-build"));
        await File.WriteAllTextAsync(temp.File("tmp", "star-build", "duckdb_temp_storage-0.tmp"), "spilled");
        await (await StartAsync()).DisposeAsync();

        Files().Should().BeEquivalentTo(
            kept.Generation + ".duckdb", kept.Generation + ".json", "current.json", "build.lock");
        Directory.Exists(temp.File("tmp", "star-build")).Should().BeFalse();
    }

    [Fact]
    public async Task Generations_of_one_second_bear_different_stamps_in_their_order()
    {
        var clock = new StoppedClock();

        var first = await SampleStar.BuildAsync(folder, new() { Days = 2 }, clock);
        var second = await SampleStar.BuildAsync(folder, new() { Days = 2 }, clock);

        first.Manifest.Generation.Should().Be("20260701T120000");
        second.Manifest.Generation.Should().Be("20260701T120000_02");
        folder.List().Select(manifest => manifest.Generation).Should().Equal(
            "20260701T120000_02", "20260701T120000");
    }

    [Theory]
    [InlineData("created")]
    [InlineData("checkpointed")]
    [InlineData("named")]
    [InlineData("described")]
    public async Task A_build_that_fails_before_the_pointer_turns_leaves_the_old_generation_served(string step)
    {
        var old = (await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System)).Manifest;
        var options = new StarBuildOptions
        {
            AtStep = name => _ = name == step ? throw new IOException("the disk is gone") : name,
        };

        var failing = async () =>
        {
            await using var build = await StarBuild.StartAsync(folder, options, TimeProvider.System, default);
            await build.PublishAsync(Head, default);
        };

        await failing.Should().ThrowAsync<IOException>();
        folder.Current()!.Generation.Should().Be(old.Generation);
        Files().Should().NotContain(file => file.Contains("building", StringComparison.Ordinal));
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);
        lease.Manifest.Generation.Should().Be(old.Generation);
    }

    [Fact]
    public async Task A_long_statement_stops_when_it_is_cancelled()
    {
        await using var build = await StartAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        // Hours of work, were it not stopped.
        var run = () => build.Session.ExecuteAsync(
            "create temp table t as select sum(a.range * b.range) from range(3000000) a, range(3000000) b", stop.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Scaled_numbers_are_appended_exactly()
    {
        await using var build = await StartAsync();
        await build.Session.ExecuteAsync("create temp table staging_t (d decimal(18, 4), f decimal(18, 6))", default);
        long[] values = [0, 1, -1, 12345, -12345, 999_999_999_999_999_999, -999_999_999_999_999_999];
        using (var rows = build.Session.AppendToStaging("staging_t"))
        {
            foreach (var value in values)
            {
                rows.AppendScaled(value, 4).AppendScaled(value / 1_000_000, 6).EndRow();
            }
        }

        var read = await Query.RowsAsync(build.Connection, "select d, f from staging_t");

        read.Select(row => (decimal)row[0]!).Should().Equal(values.Select(value => value / 10_000m));
        read.Select(row => (decimal)row[1]!).Should().Equal(values.Select(value => value / 1_000_000 / 1_000_000m));
    }

    private Task<StarBuild> StartAsync() => StarBuild.StartAsync(folder, new(), TimeProvider.System, default);

    private List<string> Files() =>
        Directory.EnumerateFiles(folder.FullPath).Select(file => Path.GetFileName(file)).ToList();
}
