using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;
using Analytics.Star;
using CsCheck;

namespace Analytics.Reports.Tests;

/// <summary>The same sales in generations that are complete to different moments, all of them before the last sale.
/// </summary>
public sealed class ToDateCompany : IAsyncLifetime, IDisposable
{
    // Month ends, a leap day and a Monday before opening time; a few more by chance.
    private static readonly string[] Moments =
    [
        "2024-02-29T10:17:30", "2024-03-31T15:42:00", "2025-02-28T11:00:59", "2024-12-30T04:00:38",
    ];

    private static readonly string[] Names =
    [
        "today", "this_week", "this_month", "this_quarter", "this_year", "last_9_days", "last_70_days", "last_1_days",
        "yesterday", "last_month",
    ];

    private readonly TempFolder folder = new();
    private readonly List<SampleStar> stars = [];
    private StarReaders readers = null!;

    public IReadOnlyList<SampleSale> Sales => stars[0].Sales;

    /// <summary>A random request whose "now" is the clock's or, where that is later, the generation's.</summary>
    internal static readonly Gen<(YearOnYearCase Case, string Name, int Star, int Ahead)> Random = Gen.Select(
        YearOnYearCase.Random,
        Gen.Int[0, Names.Length - 1].Select(i => Names[i]),
        Gen.Int[0, Moments.Length + 2],
        // Behind the generation by minutes, days and months, or ahead of it.
        Gen.OneOf(Gen.Int[-1200, 0], Gen.Int[-400000, 0], Gen.Int[0, 100000]));

    public async Task InitializeAsync()
    {
        var folderOfStars = new StarFolder(folder.File("star"));
        var chance = new Random(11);
        var moments = Moments.Select(text => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
            .Concat(Enumerable.Range(0, 3).Select(_ => new DateTime(2024, 1, 1, 9, 0, 0, DateTimeKind.Unspecified)
                .AddDays(chance.Next(430)).AddSeconds(chance.Next(12 * 3600))));
        foreach (var moment in moments)
        {
            var options = new SampleStarOptions
            {
                Seed = 7,
                CompleteTo = new DateTimeOffset(moment, Company.Zone.BaseUtcOffset),
            };
            stars.Add(await SampleStar.BuildAsync(folderOfStars, options, TimeProvider.System));
        }
        readers = new StarReaders(folderOfStars, new());
    }

    public async Task DisposeAsync() => await readers.DisposeAsync();

    public void Dispose() => folder.Dispose();

    /// <summary>The request with the day and minute it comes to.</summary>
    internal YearOnYearCase Resolve((YearOnYearCase Case, string Name, int Star, int Ahead) sample)
    {
        var complete = stars[sample.Star].Manifest.CompleteTo;
        var until = (sample.Ahead < 0 ? complete.AddMinutes(sample.Ahead) : complete).ToOffset(
            Company.Zone.BaseUtcOffset);
        return sample.Case with
        {
            Name = sample.Name,
            To = DateOnly.FromDateTime(until.DateTime),
            Minute = (int)until.TimeOfDay.TotalMinutes,
        };
    }

    /// <summary>Runs on a generation with the clock so many minutes ahead of what it is complete to.</summary>
    public Task<ReportResult> AnswerAsync(int star, int ahead, bool useRollups, params string[] parameters) =>
        AnswerAsync(Scope.Everything, (star, ahead), useRollups, parameters);

    public async Task<ReportResult> AnswerAsync(
        Scope scope, (int Star, int Ahead) at, bool useRollups, params string[] parameters)
    {
        var (star, ahead) = at;
        var manifest = stars[star].Manifest;
        var runner = new ReportRunner(
            readers, Catalog.Load(null), Glossary.Load(), new FixedClock(manifest.CompleteTo.AddMinutes(ahead)),
            Company.Zone);
        var request = new ReportRequest("sales/year_on_year", parameters.Select(text => text.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]))
        {
            Generation = manifest.Generation,
            UseRollups = useRollups,
        };
        return (await runner.RunAsync(request, scope, CancellationToken.None))
            .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
    }
}
