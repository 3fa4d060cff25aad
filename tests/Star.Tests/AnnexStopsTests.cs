using Analytics.Fixtures;

namespace Analytics.Star.Tests;

/// <summary>An annex that cannot be, or that was stopped on its way.</summary>
public sealed class AnnexStopsTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public AnnexStopsTests() => folder = new StarFolder(temp.File("star"));

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData("created", false)]
    [InlineData("checkpointed", false)]
    [InlineData("named", false)]
    [InlineData("described", false)]
    [InlineData("pointed", true)]
    [InlineData("kept", true)]
    public async Task Failing_at_a_step_leaves_the_old_manifest_or_the_new_and_the_history_is_made_up_for(
        string step, bool isServed)
    {
        await BaseAsync();
        var old = Published(await ForecastAsync(20));
        var options = Options(name => _ = name == step ? throw new IOException("the disk is gone") : name);

        var failing = () => SampleForecast.PublishAsync(folder, 30, 3, options, TimeProvider.System);

        await failing.Should().ThrowAsync<IOException>();
        (folder.Current()!.Generation == old.Generation).Should().Be(!isServed);
        await ShouldReadAsync(folder, isServed ? 30 : 20);
        Directory.GetFiles(folder.FullPath, "*building*").Should().BeEmpty();
        await ShouldGoOnAsync(folder, temp.File("forecasts"));
    }

    /// <summary>A process that is killed leaves the files as they are at that moment: a copy of them is what the next
    /// one finds.</summary>
    [Fact]
    public async Task Killed_at_any_step_the_next_finds_the_old_manifest_or_the_new_and_sweeps_what_was_left()
    {
        await BaseAsync();
        var old = Published(await ForecastAsync(20));
        var steps = new List<string>();
        var options = Options(step =>
        {
            steps.Add(step);
            Copy(temp.FullPath, temp.FullPath + "-" + step);
        });

        Published(await SampleForecast.PublishAsync(folder, 30, 3, options, TimeProvider.System));

        steps.Should().Equal("created", "checkpointed", "named", "described", "pointed", "kept");
        foreach (var step in steps)
        {
            var root = temp.FullPath + "-" + step;
            var found = new StarFolder(Path.Combine(root, "star"));
            var isServed = step is "pointed" or "kept";
            (found.Current()!.Generation == old.Generation).Should().Be(!isServed, step);
            await ShouldReadAsync(found, isServed ? 30 : 20);
            await ShouldGoOnAsync(found, Path.Combine(root, "forecasts"));
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [InlineData("twice")]
    [InlineData("not after as_of_date")]
    [InlineData("less than nothing")]
    [InlineData("quantiles out of order")]
    [InlineData("unknown item")]
    [InlineData("unknown store")]
    public async Task A_row_that_cannot_be_is_named_and_the_old_forecast_is_served(string fault)
    {
        await BaseAsync();
        var old = Published(await ForecastAsync(20));
        AnnexOutcome outcome;
        await using (var build = await AnnexBuild.StartAsync(
            folder, "fact_forecast", Options(null), TimeProvider.System, default))
        {
            using (var rows = build.AppendRows())
            {
                SampleForecast.Append(rows, 1, 1, SampleForecast.AsOf.AddDays(1), 1);
                SampleForecast.Append(
                    rows, fault == "unknown item" ? 999 : 2, fault == "unknown store" ? 999 : 1,
                    SampleForecast.AsOf.AddDays(fault == "not after as_of_date" ? 0 : 1),
                    fault == "less than nothing" ? -1 : 1);
                if (fault == "twice")
                {
                    SampleForecast.Append(rows, 1, 1, SampleForecast.AsOf.AddDays(1), 2);
                }

                if (fault == "quantiles out of order")
                {
                    rows.Append(3L).Append(1L).Append(SampleForecast.AsOf.AddDays(1)).Append(SampleForecast.AsOf)
                        .Append(1m).Append(2m).Append(1.9999m).Append(1m).Append(2m).Append(3m).Append("naive")
                        .EndRow();
                }
            }

            outcome = await build.PublishAsync(default);
        }

        var refused = outcome.Should().BeOfType<AnnexOutcome.Refused>().Subject;
        refused.Line.Should().Contain("fact_forecast").And.NotContain("\n");
        refused.Rows.Should().NotBeEmpty().And.OnlyContain(row => row.StartsWith(fault));
        folder.Current().Should().BeEquivalentTo(old);
        Directory.GetFiles(folder.FullPath, "*.duckdb").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_forecast_of_no_rows_does_not_replace_one()
    {
        await BaseAsync();
        var old = Published(await ForecastAsync(20));

        var outcome = await ForecastAsync(0);

        outcome.Should().BeOfType<AnnexOutcome.Refused>().Which.Line.Should().Contain("no rows");
        folder.Current().Should().BeEquivalentTo(old);
    }

    private static async Task ShouldReadAsync(StarFolder folder, int rows)
    {
        await using var readers = new StarReaders(folder, new());
        await using var lease = await readers.RentAsync(null, default);
        (await Query.RowsAsync(lease.Connection, $"select count(*) from {lease.Name("fact_forecast")}")).Single()[0]
            .Should().Be((long)rows);
    }

    /// <summary>The next forecast is published; then all files are named by a manifest, and each that was served is in
    /// the history.</summary>
    private static async Task ShouldGoOnAsync(StarFolder folder, string history)
    {
        Published(await SampleForecast.PublishAsync(folder, 40, 4, null, TimeProvider.System));
        await ShouldReadAsync(folder, 40);
        var annexes = folder.List().SelectMany(manifest => manifest.Annexes.Select(annex => annex.File)).ToList();
        Directory.GetFiles(folder.FullPath, "*.duckdb").Select(file => Path.GetFileName(file)).Should().BeEquivalentTo(
            annexes.Concat(folder.List().Select(manifest => manifest.BaseFile)).Distinct());
        Directory.GetFiles(Path.Combine(history, "fact_forecast"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file))
            .Should().BeEquivalentTo(annexes.Select(file => file.Split('.')[0] + ".parquet").Distinct());
    }

    private static void Copy(string from, string to)
    {
        // The lock is held and dies with its process.
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("build.lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var target = File.Create(copy);
            source.CopyTo(target);
        }
    }

    private static Manifest Published(AnnexOutcome outcome) =>
        outcome.Should().BeOfType<AnnexOutcome.Published>().Subject.Manifest;

    private AnnexOptions Options(Action<string>? atStep) =>
        new() { FromGeneration = folder.Current()!.Generation, AtStep = atStep };

    private async Task BaseAsync() =>
        await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);

    private Task<AnnexOutcome> ForecastAsync(int rows) =>
        SampleForecast.PublishAsync(folder, rows, 2, null, TimeProvider.System);
}
