using System.Globalization;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Dashboard.Home;

/// <summary>Asks the runner for everything the home page shows. All from one generation: a page must not mix
/// two.</summary>
internal sealed class HomeLoad(ReportRunner runner)
{
    // What a period is compared with on its tile; for a month, the period before is the same days of last month.
    private static readonly (Choice Period, string Compare)[] TilePeriods =
    [
        (new("today", "period_today"), "previous,last_year"),
        (new("this_week", "period_this_week"), "previous,last_year"),
        (new("this_month", "period_this_month"), "same_days_last_month,last_year"),
    ];

    public async Task<HomeModel> LoadAsync(
        HomeState state, Manifest manifest, Scope scope, Frame frame, CancellationToken ct)
    {
        var table = runner.RunAsync(state.TableRequest(manifest.Generation, frame.Culture), scope, ct);
        var trend = runner.RunAsync(TrendRequest(state, manifest.Generation, frame.Culture), scope, ct);
        var tiles = await Task.WhenAll(TilePeriods.Select(tile => TileAsync(tile, state, manifest, scope, frame, ct)));
        var outcome = await table;
        return new()
        {
            State = state,
            Manifest = manifest,
            Tiles = [.. tiles.OfType<Tile>()],
            Trend = await trend is ReportOutcome.Answer { Result: { Rows.Count: > 0 } days }
                ? Trend.Of(days, state.TrendMeasure)
                : null,
            Table = outcome is ReportOutcome.Answer answer ? TableView.Of(answer.Result) : null,
            Refusals = outcome is ReportOutcome.Refused refused ? refused.Lines : [],
        };
    }

    private async Task<Tile?> TileAsync(
        (Choice Period, string Compare) tile, HomeState state, Manifest manifest, Scope scope, Frame frame,
        CancellationToken ct)
    {
        var request = new ReportRequest(HomeState.Report, new Dictionary<string, string>
        {
            ["period"] = tile.Period.Value,
            ["by"] = Choices.NoDimension,
            ["compare"] = tile.Compare,
        })
        { Generation = manifest.Generation, Culture = frame.Culture };
        return await runner.RunAsync(request, scope, ct) is ReportOutcome.Answer answer
            ? TileMaker.Make(tile.Period, answer.Result, state, frame)
            : null;
    }

    private static ReportRequest TrendRequest(HomeState state, string generation, CultureInfo culture) =>
        new(HomeState.Report, new Dictionary<string, string>
        {
            ["period"] = string.Create(CultureInfo.InvariantCulture, $"last_{state.TrendDays}_days"),
            ["by"] = Choices.NoDimension,
            ["grain"] = "day",
            ["compare"] = "last_year",
        })
        { Generation = generation, Culture = culture };
}
