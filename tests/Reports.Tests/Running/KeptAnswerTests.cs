using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Fixtures;
using Analytics.Reports.Explore;
using Analytics.Star;
using CsCheck;

namespace Analytics.Reports.Tests.Running;

/// <summary>Two generations of different figures, and a runner that keeps its answers.</summary>
public sealed class KeptAnswerTests : IAsyncLifetime, IDisposable
{
    private const string Slow = """
        -- title: 慢 | Slow
        -- grain: store_code
        select min(store_code) as store_code from sales, range(100000000) a, range(100000000) b
        """;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static readonly string[] Reports =
        ["sales/year_on_year", "sales/year_on_year", "sales/analysis", "sales/ranking"];

    private static readonly string[][] Ranges =
    [
        ["period=this_month"], ["period=today"], ["from_date=2025-03-01", "to_date=2025-03-10"],
        ["from_date=2025-03-10", "to_date=2025-03-10"], ["period=last_month"],
    ];

    private static readonly string[] Dimensions = ["store", "item", "none"];

    private static readonly Scope[] Scopes =
    [
        Scope.Everything,
        Scope.OfStores("S01"), Scope.OfStores("S01", "S02"), Scope.OfStores(),
        new() { Categories = ["A"] }, new() { Departments = ["D1"] },
        new() { Masks = ScopeMasks.Cost }, new() { Masks = ScopeMasks.Margin, Stores = ["S01"] },
    ];

    // Small, so that questions come again and again, and each differs from another in one thing only.
    private static readonly Gen<Asked> AnyAsked = Gen.Select(
        Gen.Int[0, Reports.Length - 1], Gen.Int[0, Ranges.Length - 1], Gen.Int[0, Dimensions.Length - 1],
        Gen.Int[0, Scopes.Length - 1], Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool),
        (report, range, by, scope, either) => new Asked(
            Reports[report], Ranges[range], Dimensions[by], Scopes[scope], either));

    private readonly TempFolder folder = new();
    private StarReaders readers = null!;
    private StarFolder stars = null!;
    private string old = "";

    public async Task InitializeAsync()
    {
        stars = new StarFolder(folder.File("star"));
        old = (await BuildAsync(3)).Generation;
        await BuildAsync(4);
        readers = new StarReaders(stars, new());
    }

    public async Task DisposeAsync() => await readers.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Whoever_asks_whatever_the_answer_is_the_one_that_is_made_anew() => IsMadeAnewAsync(50);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Whoever_asks_whatever_of_many_the_answer_is_the_one_that_is_made_anew() => IsMadeAnewAsync(600);

    private async Task IsMadeAnewAsync(int times)
    {
        var runner = Runner();
        var questions = 0;
        await AnyAsked.SampleAsync(
            async asked =>
            {
                var anew = await AskAsync(runner, asked, isKept: false);
                for (var time = 0; time < 2; time++)
                {
                    (await AskAsync(runner, asked, isKept: true)).Should().Be(anew);
                }
                questions += 2;
            },
            iter: times, threads: 1);
        // Both happened, or nothing was shown.
        runner.Cache.Runs.Should().BeInRange(20, questions / 2);
    }

    [Fact]
    public async Task A_generation_that_comes_later_has_its_own_answer()
    {
        var runner = Runner();
        var before = await YearAsync(runner, Scope.Everything);
        (await YearAsync(runner, Scope.Everything)).EngineMs.Should().Be(0);

        await BuildAsync(5);

        var after = await YearAsync(runner, Scope.Everything);
        after.Generation.Should().NotBe(before.Generation);
        after.EngineMs.Should().BePositive();
        after.Totals.Should().NotEqual(before.Totals);
    }

    [Fact]
    public async Task Another_day_and_another_minute_of_it_have_their_own_answer()
    {
        var clock = new TurnedClock { Now = new(2025, 3, 10, 2, 0, 0, TimeSpan.Zero) };
        var runner = Runner(clock: clock);
        var request = Request("sales/year_on_year", "by=store", "period=today", "compare=previous");
        var told = new HashSet<string>();
        foreach (var (day, hour) in new[] { (10, 2), (10, 5), (9, 2), (9, 5) })
        {
            clock.Now = new(2025, 3, day, hour, 0, 0, TimeSpan.Zero);
            told.Add(await AnswerAsync(runner, request, Scope.Everything));
            told.Add(await AnswerAsync(runner, request, Scope.Everything));
            told.Add(await AnswerAsync(runner, request with { UseKept = false }, Scope.Everything));
        }
        told.Should().HaveCount(4);
        runner.Cache.Runs.Should().Be(4);
    }

    [Fact]
    public async Task A_report_whose_file_was_edited_is_answered_by_its_new_text()
    {
        const string text = """
            -- title: 甲 | A
            -- grain: store_code
            select store_code, sum(qty) as sales_qty from sales where store_code = 'S01' group by store_code
            """;
        await File.WriteAllTextAsync(folder.File("own.sql"), text);
        var catalog = Catalog.Load([folder.FullPath]);
        var runner = Runner(catalog);
        var before = await AnswerAsync(runner, Request("own"), Scope.Everything);

        await File.WriteAllTextAsync(folder.File("own.sql"), text.Replace("S01", "S02", StringComparison.Ordinal));
        await UntilAsync(() => catalog.Find("own")!.Sql.Contains("S02", StringComparison.Ordinal));

        var after = await AnswerAsync(runner, Request("own"), Scope.Everything);
        before.Should().Contain("S01");
        after.Should().Contain("S02").And.NotContain("S01");
    }

    [Fact]
    public async Task What_is_asked_by_many_at_once_is_run_once_and_told_to_all()
    {
        var runner = Runner();
        var request = Request("sales/year_on_year", "by=item", "from_date=2024-01-01", "to_date=2024-12-31");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24)
            .Select(_ => Task.Run(() => AnswerAsync(runner, request, Scope.Everything))));
        answers.Distinct().Should().ContainSingle();
        runner.Cache.Runs.Should().Be(1);
    }

    [Fact]
    public async Task The_explorer_asks_the_same_statements_once()
    {
        var runner = Runner();
        var explorer = new Explorer(runner, MeasureCatalog.Load(Glossary.Load()));
        var query = new ExploreQuery(["sales_amount", "sales_qty"], ["region", "store"])
        {
            Range = new Dictionary<string, string> { ["period"] = "this_month" }, HasSubtotals = true, Top = 2,
        };
        var first = (ReportOutcome.Answer)await explorer.RunAsync(query, Scope.Everything, default);
        var runs = runner.Cache.Runs;
        var second = (ReportOutcome.Answer)await explorer.RunAsync(query, Scope.Everything, default);
        Told(second.Result).Should().Be(Told(first.Result));
        second.Result.EngineMs.Should().Be(0);
        runner.Cache.Runs.Should().Be(runs);
    }

    [Fact]
    public async Task When_all_have_left_the_run_ends_and_gives_its_generation_back()
    {
        await File.WriteAllTextAsync(folder.File("slow.sql"), Slow);
        var runner = Runner(Catalog.Load([folder.FullPath]));
        var request = Request("slow") with { Generation = old };
        using var leaving = new CancellationTokenSource();
        var first = runner.RunAsync(request, Scope.Everything, leaving.Token);
        var second = runner.RunAsync(
            request with { TimeLimit = TimeSpan.FromSeconds(2) }, Scope.Everything, CancellationToken.None);

        await UntilAsync(() => runner.Cache.Runs == 1);
        await leaving.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();
        readers.IsOpen(old).Should().BeTrue();

        (await second).Should().BeOfType<ReportOutcome.Refused>();
        await UntilAsync(() => !readers.IsOpen(old));
        runner.Cache.Runs.Should().Be(1);
    }

    private async Task<Manifest> BuildAsync(int seed) => (await SampleStar.BuildAsync(
        stars,
        new SampleStarOptions { Seed = seed, LinesPerDay = 4 },
        new FixedClock(new DateTimeOffset(2025, 3, 10, 6, seed, 0, TimeSpan.Zero)))).Manifest;

    private ReportRunner Runner(Catalog? catalog = null, TimeProvider? clock = null) => new(
        readers,
        catalog ?? Catalog.Load(null),
        Glossary.Load(),
        clock ?? new FixedClock(new(2025, 3, 10, 6, 0, 0, TimeSpan.Zero)),
        Company.Zone);

    private static ReportRequest Request(string report, params string[] parameters) => new(
        report, parameters.Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

    private Task<string> AskAsync(ReportRunner runner, Asked asked, bool isKept)
    {
        var (useRollups, isEnglish, isOld, hasCompare) = asked.Either;
        var request = Request(asked.Report, [.. asked.Range, "by=" + asked.By]);
        return AnswerAsync(
            runner,
            request with
            {
                Parameters = hasCompare && asked.Report == "sales/year_on_year"
                    ? request.Parameters.Append(new("compare", "previous")).ToDictionary() : request.Parameters,
                UseRollups = useRollups,
                Culture = CultureInfo.GetCultureInfo(isEnglish ? "en-US" : "zh-CN"),
                Generation = isOld ? old : null,
                UseKept = isKept,
            },
            asked.Scope);
    }

    private static async Task<string> AnswerAsync(ReportRunner runner, ReportRequest request, Scope scope) =>
        await runner.RunAsync(request, scope, CancellationToken.None) switch
        {
            ReportOutcome.Answer answer => Told(answer.Result),
            ReportOutcome.Refused refused => string.Join('\n', refused.Lines),
            _ => throw new UnreachableException(),
        };

    private static async Task<ReportResult> YearAsync(ReportRunner runner, Scope scope) =>
        ((ReportOutcome.Answer)await runner.RunAsync(
            Request("sales/year_on_year", "by=store", "from_date=2024-01-01", "to_date=2024-12-31"),
            scope,
            CancellationToken.None)).Result;

    private static string Told(ReportResult result) =>
        JsonSerializer.Serialize(result with { ElapsedMs = 0, EngineMs = 0 });

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Stopwatch.GetElapsedTime(startedAt).Should().BeLessThan(Soon, "it should have come by now");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        }
    }

    private sealed record Asked(
        string Report, string[] Range, string By, Scope Scope, (bool, bool, bool, bool) Either);

    private sealed class TurnedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
