using System.Diagnostics;
using Analytics.Reports.Arguments;
using Analytics.Reports.Running;

namespace Analytics.Reports.Explore;

/// <summary>Answers any measures by any dimensions.</summary>
/// <remarks>Every row that holds others (a subtotal, the rest, a total) is asked of the generation for itself, never
/// summed from the rows beneath, so that rates and distinct counts are right in it. All of a query is asked of one
/// generation.</remarks>
public sealed class Explorer(ReportRunner runner, MeasureCatalog measures)
{
    /// <summary>Answers its statements.</summary>
    internal ReportRunner Runner => runner;

    /// <summary>Rows that an answer holds.</summary>
    internal int MostHeld { get; init; } = StatementRunner.MostRows;

    /// <summary>Runs a query within what <paramref name="scope"/> lets its bearer see.</summary>
    public Task<ReportOutcome> RunAsync(ExploreQuery query, Scope scope, CancellationToken ct) =>
        RunAsync(query, scope, write: null, ct);

    /// <summary>Runs a query for a file. One that is a plain list and has more rows than are held goes to
    /// <paramref name="write"/> as its rows come, and the outcome is <see cref="ReportOutcome.Written"/>.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">What its bearer may see.</param>
    /// <param name="write">Is done with the rows when it ends; null refuses so many.</param>
    /// <param name="ct">Stops the engine too.</param>
    public async Task<ReportOutcome> RunAsync(
        ExploreQuery query, Scope scope, Func<ReportStream, CancellationToken, Task>? write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(scope);
        var startedAt = Stopwatch.GetTimestamp();
        var run = new ExploreRun(query, (asked, token) => AskAsync(asked, scope, null, token));
        var result = await run.AnswerAsync(ct).ConfigureAwait(false);
        if (query.IsList && (result is null ? IsTooMany(run.Refused) : result.Rows.Count > MostHeld))
        {
            return write is null
                ? new ReportOutcome.Refused([Refusals.TooManyToHold(MostHeld)])
                : await AskAsync(query, scope, WriteAsync, ct).ConfigureAwait(false);
        }
        return result is null ? new ReportOutcome.Refused(run.Refused) : new ReportOutcome.Answer(result with
        {
            ElapsedMs = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds,
        });

        Task WriteAsync(ReportStream stream, CancellationToken stop) =>
            write!(stream.With(stream.Head with { Params = query.Shown(stream.Head.Params) }), stop);
    }

    private static bool IsTooMany(IReadOnlyList<ReportRefusal> refused) =>
        refused is [var line] && line == Refusals.TooManyRows(StatementRunner.MostRows);

    private Task<ReportOutcome> AskAsync(
        ExploreQuery query, Scope scope, Func<ReportStream, CancellationToken, Task>? write, CancellationToken ct)
    {
        var request = new ReportRequest("explore", query.Range)
        {
            Generation = query.Generation,
            UseRollups = query.UseRollups,
            Culture = query.Culture,
            Write = write,
            MostHeld = MostHeld,
        };
        return runner.RunAsync(
            request,
            tables => (new ExploreComposer(measures, tables).Compose(query, out var faults), faults),
            scope,
            ct);
    }
}
