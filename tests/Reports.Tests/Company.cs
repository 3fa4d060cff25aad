using Analytics.Fixtures;
using Analytics.Reports.Analysis.Loyalty;
using Analytics.Star;

namespace Analytics.Reports.Tests;

/// <summary>A small published company, and a runner over it whose clock stands on the last day of its data.</summary>
public sealed class Company : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();

    public static readonly TimeZoneInfo Zone =
        TimeZoneInfo.CreateCustomTimeZone("company", TimeSpan.FromHours(8), "c", "c");

    public SampleStar Star { get; private set; } = null!;

    public StarReaders Readers { get; private set; } = null!;

    public Catalog Catalog { get; } = Catalog.Load(null);

    public Glossary Glossary { get; } = Glossary.Load();

    public ReportRunner Runner { get; private set; } = null!;

    public IReadOnlyList<SampleSale> Sales => Star.Sales;

    public async Task InitializeAsync()
    {
        var stars = new StarFolder(folder.File("star"));
        var clock = new FixedClock(new DateTimeOffset(2025, 3, 10, 14, 35, 0, Zone.BaseUtcOffset));
        Star = await SampleStar.BuildAsync(stars, new SampleStarOptions { Seed = 7 }, clock);
        (await LoyaltyAnnex.PublishAsync(stars, new LoyaltyOptions(), clock, CancellationToken.None))
            .Should().BeOfType<AnnexOutcome.Published>();
        Readers = new StarReaders(stars, new());
        Runner = new(Readers, Catalog, Glossary, clock, Zone);
    }

    public async Task DisposeAsync() => await Readers.DisposeAsync();

    public void Dispose() => folder.Dispose();

    /// <summary>Runs year on year; parameters as <c>name=value</c>.</summary>
    public Task<ReportOutcome> RunAsync(Scope scope, bool useRollups, params string[] parameters) => Runner.RunAsync(
        new("sales/year_on_year", parameters.Select(text => text.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]))
        { UseRollups = useRollups },
        scope,
        CancellationToken.None);

    public async Task<ReportResult> AnswerAsync(params string[] parameters) =>
        (await RunAsync(Scope.Everything, true, parameters)).Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
}
