using Analytics.Fixtures;

namespace Analytics.Star.Tests;

public sealed class StarFolderTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly StarFolder folder;

    public StarFolderTests() => folder = new StarFolder(temp.File("star"));

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_folder_that_does_not_exist_holds_no_generation()
    {
        folder.Current().Should().BeNull();
        folder.List().Should().BeEmpty();
    }

    [Fact]
    public async Task Rolling_back_is_pointing_at_an_older_generation()
    {
        var old = await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);
        var latest = await SampleStar.BuildAsync(folder, new() { Days = 4 }, TimeProvider.System);
        folder.Current()!.Generation.Should().Be(latest.Manifest.Generation);

        folder.PointTo(old.Manifest.Generation);

        folder.Current().Should().BeEquivalentTo(old.Manifest);
        folder.List().Should().HaveCount(2);
    }

    [Fact]
    public async Task Pruning_keeps_the_served_generation_the_newest_and_the_last_of_each_of_the_latest_days()
    {
        var made = new List<string>();
        foreach (var at in (string[])["20T08", "20T20", "24T08", "24T20", "25T08", "25T12", "25T20"])
        {
            var clock = new StoppedClock(DateTimeOffset.Parse(
                $"2026-11-{at}:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
            made.Add((await SampleStar.BuildAsync(folder, new() { Days = 3 }, clock)).Manifest.Generation);
        }

        folder.PointTo(made[0]);
        await using var readers = new StarReaders(folder, new());
        await using var reading = await readers.RentAsync(made[2], default);

        var (deleted, bytes) = folder.Prune(
            new Pruning(Newest: 2, Days: 2), new DateTimeOffset(2026, 11, 25, 21, 0, 0, TimeSpan.Zero));

        // Served: the 20th, 8 o'clock. Newest: the 25th, 20 and 12. Last of the 24th: 20. Being read: the 24th, 8.
        deleted.Select(manifest => manifest.Generation).Should().Equal(made[4], made[1]);
        folder.List().Select(manifest => manifest.Generation)
            .Should().Equal(made[6], made[5], made[3], made[2], made[0]);
        Directory.GetFiles(folder.FullPath, "*.duckdb").Should().HaveCount(5);
        bytes.Should().BePositive();
        (await Query.RowsAsync(reading.Connection, $"select count(*) from {reading.Schema}.fact_sales"))
            .Single()[0].Should().NotBe(0L);
        folder.Prune(new Pruning(0, 0), TimeProvider.System.GetUtcNow()).Deleted.Should().HaveCount(3);
        folder.Current()!.Generation.Should().Be(made[0]);

        await reading.DisposeAsync();
        folder.Prune(new Pruning(0, 0), TimeProvider.System.GetUtcNow()).Deleted
            .Should().ContainSingle().Which.Generation.Should().Be(made[2]);
        Directory.GetFiles(folder.FullPath, made[2] + ".*").Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_pruned_while_someone_builds()
    {
        await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);
        await using var build = await StarBuild.StartAsync(folder, new(), TimeProvider.System, default);

        var pruning = () => folder.Prune(new Pruning(0, 0), TimeProvider.System.GetUtcNow());

        pruning.Should().Throw<StarException>().WithMessage("*being built*");
    }

    [Theory]
    [InlineData("20990101T000000")]
    [InlineData("../ledger")]
    [InlineData("current")]
    [InlineData("")]
    public async Task Pointing_at_what_is_no_generation_is_refused_and_changes_nothing(string generation)
    {
        var served = await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);

        var point = () => folder.PointTo(generation);

        point.Should().Throw<StarException>().Which.Message.Should()
            .Contain($"holds no generation '{generation}'").And.Contain("analytics generation list");
        folder.Current()!.Generation.Should().Be(served.Manifest.Generation);
    }

    [Fact]
    public async Task A_generation_of_a_newer_schema_is_refused_in_one_line()
    {
        var sample = await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);
        Rewrite(sample.Manifest, text => text.Replace(StarSchema.Version, "2-feedbeef", StringComparison.Ordinal));

        var point = () => folder.PointTo(sample.Manifest.Generation);

        point.Should().Throw<StarException>().Which.Message.Should()
            .Contain("2-feedbeef").And.Contain("use the newer program").And.NotContain("\n");
    }

    [Fact]
    public async Task A_manifest_with_a_member_of_unknown_meaning_is_refused_with_its_path()
    {
        var sample = await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);
        Rewrite(
            sample.Manifest,
            text => text.Replace("\"seq\"", "\"annex\": \"x\", \"seq\"", StringComparison.Ordinal));

        var current = () => folder.Current();

        current.Should().Throw<StarException>().Which.Message.Should()
            .Contain(sample.Manifest.Generation + ".json").And.Contain("annex").And.NotContain("\n");
    }

    [Fact]
    public async Task A_pointer_cut_in_half_is_refused_with_its_path()
    {
        await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);
        await File.WriteAllTextAsync(temp.File("star", "current.json"), "{ \"generation\": \"2026");

        var current = () => folder.Current();

        current.Should().Throw<StarException>().Which.Message.Should().Contain("current.json").And.NotContain("\n");
    }

    [Fact]
    public async Task A_pointer_to_a_generation_that_is_gone_says_what_to_do()
    {
        var sample = await SampleStar.BuildAsync(folder, new() { Days = 3 }, TimeProvider.System);
        File.Delete(temp.File("star", sample.Manifest.Generation + ".json"));

        var current = () => folder.Current();

        current.Should().Throw<StarException>().Which.Message.Should()
            .Contain(sample.Manifest.Generation).And.Contain("analytics generation rollback");
    }

    private void Rewrite(Manifest manifest, Func<string, string> change)
    {
        var file = temp.File("star", manifest.Generation + ".json");
        File.WriteAllText(file, change(File.ReadAllText(file)));
    }
}
