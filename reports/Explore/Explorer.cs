using System.Diagnostics;

namespace Analytics.Reports.Explore;

/// <summary>Answers any measures by any dimensions.</summary>
/// <remarks>Every row that holds others (a subtotal, the rest, a total) is asked of the generation for itself, never
/// summed from the rows beneath, so that rates and distinct counts are right in it. All of a query is asked of one
/// generation.</remarks>
public sealed class Explorer(ReportRunner runner, MeasureCatalog measures)
{
    /// <summary>Answers its statements.</summary>
    internal ReportRunner Runner => runner;

    /// <summary>Runs a query within what <paramref name="scope"/> lets its bearer see.</summary>
    public async Task<ReportOutcome> RunAsync(ExploreQuery query, Scope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        var startedAt = Stopwatch.GetTimestamp();
        var run = new ExploreRun(query, (asked, token) => AskAsync(asked, scope, token));
        return await run.AnswerAsync(ct).ConfigureAwait(false) is { } result
            ? new ReportOutcome.Answer(result with
            {
                ElapsedMs = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds,
            })
            : new ReportOutcome.Refused(run.Refused);
    }

    private Task<ReportOutcome> AskAsync(ExploreQuery query, Scope scope, CancellationToken ct)
    {
        var request = new ReportRequest("explore", query.Range)
        {
            Generation = query.Generation,
            UseRollups = query.UseRollups,
            Culture = query.Culture,
        };
        return runner.RunAsync(
            request,
            tables => (new ExploreComposer(measures, tables).Compose(query, out var faults), faults),
            scope,
            ct);
    }
}
