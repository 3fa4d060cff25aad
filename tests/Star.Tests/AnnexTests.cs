using Analytics.Fixtures;

namespace Analytics.Star.Tests;

/// <summary>Forecast and loyalty beside a base: published, read, carried on, rolled back and pruned.</summary>
public sealed class AnnexTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public AnnexTests() => folder = new StarFolder(temp.File("star"));

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task A_forecast_is_a_new_generation_over_the_same_base_with_its_rows_in_order_and_in_the_history()
    {
        var plain = await BaseAsync(3);

        var manifest = Published(await ForecastAsync(50, 2));

        manifest.Should().BeEquivalentTo(
            plain, options => options.Excluding(one => one.Generation).Excluding(one => one.BuiltAt)
                .Excluding(one => one.Seconds).Excluding(one => one.SortedAt).Excluding(one => one.Annexes));
        manifest.SortedAt.Should().Be(plain.BuiltAt);
        folder.Current().Should().BeEquivalentTo(manifest);
        var annex = manifest.Annexes.Should().ContainSingle().Subject;
        annex.Should().BeEquivalentTo(new
        {
            Table = "fact_forecast", Rows = 50L, FromGeneration = plain.Generation,
            File = manifest.Generation + ".fact_forecast.duckdb",
        });
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);
        var rows = await Query.RowsAsync(lease.Connection, $"from {lease.Name("fact_forecast")}");
        rows.Should().HaveCount(50);
        rows.Select(row => ((long)row[0]!, (long)row[1]!, (DateOnly)row[2]!)).Should().BeInAscendingOrder();
        rows[0].Should().Equal(
            1L, 1L, new DateOnly(2025, 3, 11), 202503, SampleForecast.AsOf, 1, 2m, 3m, 4m, 2m, 3m, 4m, "naive",
            annex.MadeAt.UtcDateTime, plain.Generation);
        rows[2].Skip(9).Take(3).Should().Equal([6m, 9m, 12m], "sums run up to the third day");
        await using var session = await StarSession.OpenAsync(folder, manifest, new(), default);
        (await Query.RowsAsync(session.Connection, "from fact_forecast")).Should().BeEquivalentTo(
            rows, options => options.WithStrictOrdering());
        var kept = temp.File("forecasts", "fact_forecast", manifest.Generation + ".parquet");
        (await Query.RowsAsync(session.Connection, $"from '{kept}'")).Should().BeEquivalentTo(
            rows, options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Two_generations_differ_by_the_annexes_that_are_others_and_say_what_they_were_computed_from()
    {
        var plain = await BaseAsync(3);
        var first = Published(await ForecastAsync(50, 2));
        var second = Published(await ForecastAsync(60, 2));
        var next = await BaseAsync(4);

        (await DifferAsync(plain, first)).Should().Equal(new AnnexDifference("fact_forecast", null, first.Annexes[0]));
        (await DifferAsync(first, second)).Should().Equal(
            new AnnexDifference("fact_forecast", first.Annexes[0], second.Annexes[0]));
        (await DifferAsync(second, plain)).Should().Equal(
            new AnnexDifference("fact_forecast", second.Annexes[0], null));
        (await DifferAsync(second, next)).Should().BeEmpty("it is carried on");
    }

    [Fact]
    public async Task Before_one_was_made_an_annex_is_an_empty_table_of_its_columns()
    {
        await BaseAsync(3);
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);

        foreach (var annex in StarSchema.Annexes)
        {
            (await CountAsync(lease, annex.Name)).Should().Be(0);
        }

        await Query.RowsAsync(lease.Connection, $"select p50_qty, made_at from {lease.Name("fact_forecast")}");
    }

    [Fact]
    public async Task A_lease_goes_on_reading_the_annex_it_began_with_over_the_same_base()
    {
        await BaseAsync(3);
        Published(await ForecastAsync(20, 1));
        await using var readers = new StarReaders(folder, new());
        await using var before = await readers.RentAsync(null, default);

        Published(await ForecastAsync(30, 5));
        await using var after = await readers.RentAsync(null, default);

        (await CountAsync(before, "fact_forecast")).Should().Be(20);
        (await CountAsync(after, "fact_forecast")).Should().Be(30);
        before.Schema.Should().Be(after.Schema);
        await before.DisposeAsync();
        (await CountAsync(after, "fact_sales")).Should().BePositive();
    }

    [Fact]
    public async Task Readers_see_whole_forecasts_only_while_annexes_are_published_and_rolled_back()
    {
        var plain = await BaseAsync(3);
        var rowsOf = new Dictionary<string, long> { [plain.Generation] = 0 };
        await using var readers = new StarReaders(folder, new());
        using var done = new CancellationTokenSource();
        var seen = new HashSet<string>();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await using var lease = await readers.RentAsync(null, default);
                var found = await Query.RowsAsync(
                    lease.Connection,
                    $"select count(*), count(distinct p10_qty), max(p10_qty) from {lease.Name("fact_forecast")}");
                var isMade = lease.Manifest.Annexes.Count > 0;
                found.Single()[0].Should().Be(isMade ? lease.Manifest.Annexes[0].Rows : 0L);
                found.Single()[1].Should().Be(isMade ? 1L : 0L);
                (isMade ? (long?)(decimal?)found.Single()[2] : null).Should().Be(
                    isMade ? lease.Manifest.Annexes[0].Rows : null, "each forecast's quantity is its number of rows");
                lock (seen)
                {
                    seen.Add(lease.Manifest.Generation);
                }
            }
        });

        for (var round = 1; round <= 8; round++)
        {
            var manifest = Published(await ForecastAsync(20 + round, 20 + round));
            rowsOf[manifest.Generation] = 20 + round;
            await UntilSeenAsync(manifest.Generation);
            if (round % 3 == 0)
            {
                folder.PointTo(plain.Generation);
                lock (seen)
                {
                    seen.Remove(plain.Generation);
                }

                await UntilSeenAsync(plain.Generation);
            }
        }

        await done.CancelAsync();
        await reading;
        seen.Should().BeEquivalentTo(rowsOf.Keys);

        async Task UntilSeenAsync(string generation)
        {
            while (!reading.IsCompleted)
            {
                lock (seen)
                {
                    if (seen.Contains(generation))
                    {
                        return;
                    }
                }

                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, default);
            }

            await reading;
        }
    }

    [Fact]
    public async Task A_new_base_keeps_the_annexes_and_a_rolled_back_annex_stays_away()
    {
        var first = await BaseAsync(3);
        var withForecast = Published(await ForecastAsync(20, 1));
        var withBoth = Published(await LoyaltyAsync());

        var second = await BaseAsync(4);
        folder.PointTo(first.Generation);
        var third = await BaseAsync(5);

        withBoth.Annexes.Select(annex => annex.Table).Should().Equal("fact_forecast", "fact_loyalty");
        second.Annexes.Should().BeEquivalentTo(withBoth.Annexes);
        second.Annexes[0].FromGeneration.Should().Be(first.Generation);
        second.Annexes[1].FromGeneration.Should().Be(withForecast.Generation);
        second.BaseFile.Should().NotBe(first.BaseFile);
        third.Annexes.Should().BeEmpty();
    }

    [Fact]
    public async Task An_annex_of_other_columns_is_read_as_empty_and_not_carried_on()
    {
        await BaseAsync(3);
        var manifest = Published(await ForecastAsync(20, 1));
        var file = temp.File("star", manifest.Generation + ".json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(
            manifest.Annexes[0].Definition, "00000000", StringComparison.Ordinal));

        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);
        var next = await BaseAsync(4);

        (await CountAsync(lease, "fact_forecast")).Should().Be(0);
        next.Annexes.Should().BeEmpty();
    }

    [Fact]
    public async Task An_annex_is_pruned_with_the_last_manifest_that_names_it_and_a_base_too_and_what_is_read_stays()
    {
        var plain = await BaseAsync(3);
        var old = Published(await ForecastAsync(20, 1));
        var next = Published(await ForecastAsync(30, 2));
        var held = new StarReaders(folder, new());
        var lease = await held.RentAsync(old.Generation, default);
        var latest = await BaseAsync(4);

        var (deleted, _) = Prune();

        // The served one carries next's forecast; old is being read, and stands on plain's base.
        deleted.Select(manifest => manifest.Generation).Should().Equal(next.Generation, plain.Generation);
        Files().Should().BeEquivalentTo(
            plain.BaseFile, old.Annexes[0].File, next.Annexes[0].File, latest.BaseFile);
        (await CountAsync(lease, "fact_sales")).Should().BePositive();
        (await CountAsync(lease, "fact_forecast")).Should().Be(20);

        await lease.DisposeAsync();
        await held.DisposeAsync();
        var (then, bytes) = Prune();

        then.Should().ContainSingle().Which.Generation.Should().Be(old.Generation);
        Files().Should().BeEquivalentTo(next.Annexes[0].File, latest.BaseFile);
        bytes.Should().BePositive();
        Directory.GetFiles(temp.File("forecasts", "fact_forecast")).Should().HaveCount(2, "the history stays");
    }

    [Fact]
    public async Task A_manifest_whose_annex_is_missing_is_refused_in_one_line()
    {
        var plain = await BaseAsync(3);
        var manifest = Published(await ForecastAsync(20, 1));
        File.Delete(temp.File("star", manifest.Annexes[0].File));
        folder.PointTo(plain.Generation);

        var point = () => folder.PointTo(manifest.Generation);

        point.Should().Throw<StarException>().Which.Message.Should()
            .Contain(manifest.Annexes[0].File).And.Contain("is missing").And.NotContain("\n");
    }

    [Fact]
    public async Task Without_a_generation_there_is_nothing_to_stand_beside_and_a_build_keeps_annexes_waiting()
    {
        var options = new AnnexOptions { FromGeneration = "20250101T000000" };
        var early = () => AnnexBuild.StartAsync(folder, "fact_forecast", options, TimeProvider.System, default);

        (await early.Should().ThrowAsync<StarException>()).Which.Message.Should().Contain("analytics snapshot");
        await BaseAsync(3);
        await using var build = await StarBuild.StartAsync(folder, new(), TimeProvider.System, default);
        (await early.Should().ThrowAsync<StarException>()).Which.Message.Should().Contain("wait for it to end");
    }

    private async Task<IReadOnlyList<AnnexDifference>> DifferAsync(Manifest before, Manifest after) =>
        (await StarComparison.CompareAsync(folder, new(), (before.Generation, after.Generation), 10, default)).Annexes;

    private async Task<Manifest> BaseAsync(int days) =>
        (await SampleStar.BuildAsync(folder, new() { Days = days }, TimeProvider.System)).Manifest;

    private Task<AnnexOutcome> ForecastAsync(int rows, decimal qty) =>
        SampleForecast.PublishAsync(folder, rows, qty, null, TimeProvider.System);

    private async Task<AnnexOutcome> LoyaltyAsync()
    {
        var options = new AnnexOptions { FromGeneration = folder.Current()!.Generation };
        await using var build = await AnnexBuild.StartAsync(
            folder, "fact_loyalty", options, TimeProvider.System, default);
        using (var loyalty = build.AppendRows())
        {
            loyalty.Append("member").Append(3L).Append(new DateOnly(2026, 6, 15)).Append(365).Append(1L)
                .Append(new DateOnly(2026, 1, 1)).Append(new DateOnly(2026, 4, 1)).Append(4).Append(4)
                .Append(30m).Append(0m).Append("own").Append(100m).Append(1m).Append(400m).Append(80m)
                .Append(90).Append(true).Append(false).Append((sbyte)2).Append("high_low_high").AppendNull()
                .Append(new DateOnly(2026, 5, 1)).Append(45).Append(2.5m).Append((sbyte)4)
                .Append((sbyte)1).Append((sbyte)2).Append((sbyte)5).Append("low_low_high");
            for (var column = 0; column < 7; column++)
            {
                loyalty.AppendNull();
            }

            loyalty.Append(80m).Append("").EndRow();
        }

        return await build.PublishAsync(default);
    }

    private (IReadOnlyList<Manifest> Deleted, long Bytes) Prune() =>
        folder.Prune(new Pruning(0, 0), TimeProvider.System.GetUtcNow());

    private List<string> Files() =>
        Directory.GetFiles(folder.FullPath, "*.duckdb").Select(file => Path.GetFileName(file)).ToList();

    private static Manifest Published(AnnexOutcome outcome) =>
        outcome.Should().BeOfType<AnnexOutcome.Published>().Subject.Manifest;

    private static async Task<long> CountAsync(StarLease lease, string table) =>
        (long)(await Query.RowsAsync(lease.Connection, $"select count(*) from {lease.Name(table)}")).Single()[0]!;
}
