using System.Text.Json;
using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Host.Tests;

/// <summary>What runs of a snapshot leave behind, on the command line.</summary>
public sealed class SnapshotHistoryTests
{
    [Fact]
    public async Task Runs_are_listed_latest_first_in_words_and_as_json_and_the_settings_say_what_is_kept()
    {
        using var folder = new TempFolder();
        using var none = await RunAsync(folder, "snapshot", "--history");
        await CompanyAsync(folder);
        await File.WriteAllTextAsync(folder.File("analytics.json"), """{ "prune": { "keep": 1, "days": 0 } }""");

        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        using var full = await RunAsync(folder, "snapshot", "--full");
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        using var table = await RunAsync(folder, "snapshot", "--history");
        using var json = await RunAsync(folder, "snapshot", "--history", "--last", "2", "--format", "json");

        none.ShouldEndWith(0);
        none.Errors.Should().Equal("there is no run yet");
        full.Lines.Should().Contain("deleted 1 generations that are not kept");
        Directory.GetFiles(folder.File("star"), "*.duckdb").Should().ContainSingle();
        table.Lines.Select(line => line.Split("  ")[1]).Should().Equal("unchanged", "published", "published");
        json.Lines.Should().HaveCount(2);
        using var run = JsonDocument.Parse(json.Lines[1]);
        run.RootElement.GetProperty("ending").GetString().Should().Be("published");
        run.RootElement.GetProperty("steps").EnumerateArray()
            .Should().Contain(step => step.GetProperty("step").GetString() == "load fact_money");
    }

    [Theory]
    [InlineData("""{ "prune": 5 }""")]
    [InlineData("""{ "prune": { "keep": -1 } }""")]
    [InlineData("""{ "prune": { "weeks": 1 } }""")]
    public async Task Settings_of_pruning_that_mean_nothing_are_refused_in_one_line(string settings)
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        await File.WriteAllTextAsync(folder.File("analytics.json"), settings);

        using var child = await RunAsync(folder, "snapshot");

        child.ShouldEndWith(1);
        child.Errors.Should().ContainSingle().Which.Should().Contain("prune in ");
        Directory.Exists(folder.File("star")).Should().BeFalse();
    }

    [Fact]
    public async Task Two_generations_are_compared_in_words_and_as_json()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        (await RunAsync(folder, "snapshot")).ShouldEndWith(0);
        (await RunAsync(folder, "snapshot", "--full")).ShouldEndWith(0);
        var made = Directory.GetFiles(folder.File("star"), "*.duckdb").Order()
            .Select(file => Path.GetFileNameWithoutExtension(file)!).ToList();

        using var same = await RunAsync(folder, "generation", "diff", made[0], made[1]);
        using var json = await RunAsync(folder, "generation", "diff", made[0], made[1], "--format", "json");
        using var gone = await RunAsync(folder, "generation", "diff", made[0], "20200101T000000");

        same.Lines.Should().HaveCount(2).And.EndWith("nothing differs");
        using var found = JsonDocument.Parse(json.Lines.Single());
        found.RootElement.GetProperty("before").GetProperty("generation").GetString().Should().Be(made[0]);
        found.RootElement.GetProperty("tables").GetArrayLength().Should().Be(0);
        gone.ShouldEndWith(1);
        gone.Errors.Should().ContainSingle().Which.Should().Contain("holds no generation '20200101T000000'");
    }

    [Fact]
    public async Task A_forecast_that_was_computed_anew_is_a_difference()
    {
        using var folder = new TempFolder();
        await CompanyAsync(folder);
        var stars = new StarFolder(folder.File("star"));
        var plain = (await SampleStar.BuildAsync(stars, new() { Days = 3 }, TimeProvider.System)).Manifest.Generation;
        await SampleForecast.PublishAsync(stars, 50, 2, null, TimeProvider.System);
        var forecast = stars.Current()!.Generation;

        using var words = await RunAsync(folder, "generation", "diff", plain, forecast);
        using var json = await RunAsync(folder, "generation", "diff", plain, forecast, "--format", "json");

        words.Lines.Should().EndWith($"fact_forecast (an annex, computed): - → 50 rows, from - → {plain}");
        using var found = JsonDocument.Parse(json.Lines.Single());
        var annex = found.RootElement.GetProperty("annexes").EnumerateArray().Should().ContainSingle().Subject;
        annex.GetProperty("before").ValueKind.Should().Be(JsonValueKind.Null);
        annex.GetProperty("after").GetProperty("rows").GetInt64().Should().Be(50);
    }

    private static async Task CompanyAsync(TempFolder folder)
    {
        await using var book = await Book.OpenAsync(folder.File("ledger.db"), BusinessDay.Shanghai, default);
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, default);
        Submission[] all =
        [
            new CategoryMaster("A", "药品"),
            new ItemMaster("I1", "感冒灵颗粒", "A") { BaseUnit = "盒" },
            new StoreMaster("S1", "城东店"),
            new PartyMaster("V1", "康健医药") { IsSupplier = true },
            new Document(DocumentKind.PurchaseReceipt, "R1", new(2026, 1, 2, 10, 0, 0, TimeSpan.FromHours(8)))
            {
                StoreCode = "S1", PartyCode = "V1", Tender = Tender.Account,
                Lines = [new DocumentLine("I1", Qty.Round(10), Money.Round(100))],
            },
        ];
        (await journal.PostAsync(all, default)).Should().AllBeOfType<PostResult.Posted>();
    }

    private static Task<Child> RunAsync(TempFolder folder, params string[] arguments) =>
        Child.RunAsync("analytics.dll", [.. arguments, "--data", folder.FullPath]);
}
