using System.Globalization;
using Analytics.Reports;

namespace Analytics.Dashboard.Home;

/// <summary>Asks the runner for everything the home page shows. All from one generation: a page must not mix two.
/// </summary>
internal sealed class HomeLoad(ReportRunner runner)
{
    // What a period is compared with on its tile; for a month, the period before is the same days of last month.
    private static readonly (string Period, string Compare)[] TilePeriods =
    [
        ("today", "previous,last_year"),
        ("this_week", "previous,last_year"),
        ("this_month", "same_days_last_month,last_year"),
    ];

    public async Task<HomeModel> LoadAsync(HomeQuestion question, CancellationToken ct)
    {
        var state = question.State;
        var table = runner.RunAsync(
            state.TableRequest(question.Manifest.Generation, question.Frame.Culture), question.Scope, ct);
        var trend = runner.RunAsync(TrendRequest(question), question.Scope, ct);
        var tiles = await Task.WhenAll(TilePeriods.Select(tile => TileAsync(question, tile.Period, tile.Compare, ct)));
        var outcome = await table;
        return new()
        {
            State = state,
            Manifest = question.Manifest,
            Tiles = [.. tiles.OfType<Tile>()],
            Trend = await trend is ReportOutcome.Answer { Result: { Rows.Count: > 0 } days }
                ? Trend.Of(days, state.TrendMeasure)
                : null,
            Table = outcome is ReportOutcome.Answer answer ? TableView.Of(answer.Result) : null,
            Refusals = outcome is ReportOutcome.Refused refused ? refused.Lines : [],
        };
    }

    private async Task<Tile?> TileAsync(
        HomeQuestion question, string period, string compare, CancellationToken ct)
    {
        var request = question.Request(("period", period), ("by", Choices.NoDimension), ("compare", compare));
        return await runner.RunAsync(request, question.Scope, ct) is ReportOutcome.Answer answer
            ? TileMaker.Make(period, answer.Result, question)
            : null;
    }

    private static ReportRequest TrendRequest(HomeQuestion question) => question.Request(
        ("period", string.Create(CultureInfo.InvariantCulture, $"last_{question.State.TrendDays}_days")),
        ("by", Choices.NoDimension),
        ("grain", "day"),
        ("compare", "last_year"));
}
