using System.Collections.Concurrent;
using System.Diagnostics;
using Analytics.Reports.Arguments;
using Analytics.Reports.Explore;
using Analytics.Reports.Relations;
using Analytics.Reports.Running;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Answers requests from the published generation, or from an older one that is named.</summary>
/// <remarks>Safe for many callers at once. What stays behind of a request is the shape of its report's text, the list
/// of its generation's tables, and for a while its answer.</remarks>
public sealed class ReportRunner(
    StarReaders readers, Catalog catalog, Glossary glossary, TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>Some thousand answers of a page each.</summary>
    private const long MostAnswerBytes = 64 << 20;

    private const int MostGenerations = 8;
    private const int MostTexts = 2_000;

    private static readonly Dictionary<string, object?> NoValues = new(StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<bool>?> measures = MeasureCatalog.Load(glossary).All
        .ToDictionary(measure => measure.Name, measure => measure.Sums, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, TextShape> shapes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StarTables> tablesOf = new(StringComparer.Ordinal);

    /// <summary>Answers that are kept.</summary>
    internal AnswerCache Cache { get; init; } = new(MostAnswerBytes, readers.IsOpen);

    /// <summary>Runs a report within what <paramref name="scope"/> lets its bearer see.</summary>
    public Task<ReportOutcome> RunAsync(ReportRequest request, Scope scope, CancellationToken ct) =>
        RunAsync(request, scope, write: null, ct);

    /// <summary>Runs a report for a file. An answer of one window that has more rows than are held goes to
    /// <paramref name="write"/> as its rows come, and the outcome is <see cref="ReportOutcome.Written"/>.</summary>
    /// <param name="request">Its time limit is for what comes before the first row; writing takes what it takes.
    /// </param>
    /// <param name="scope">What its bearer may see.</param>
    /// <param name="write">Is done with the rows when it ends; null refuses so many.</param>
    /// <param name="ct">Stops the engine too.</param>
    public async Task<ReportOutcome> RunAsync(
        ReportRequest request, Scope scope, Func<ReportStream, CancellationToken, Task>? write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(scope);
        if (catalog.Find(request.ReportId) is not { } report)
        {
            var faults = catalog.ErrorsOf(request.ReportId);
            return faults.Count > 0
                ? new ReportOutcome.Refused([.. faults.Select(Refusals.BadDefinition)])
                : Refused(Refusals.NoReport(request.ReportId, catalog.Reports.Select(known => known.Id)));
        }
        return await RunAsync(request with { Write = write }, _ => (new(report, NoValues), []), scope, ct)
            .ConfigureAwait(false);
    }

    /// <summary>The dimensions that every relation of a report carries, in the glossary's order: what its parameters of
    /// that type may be given. Empty where there is no such report or generation.</summary>
    public async Task<IReadOnlyList<string>> DimensionsAsync(
        string reportId, string? generation, CancellationToken ct)
    {
        if (catalog.Find(reportId) is not { } report)
        {
            return [];
        }
        try
        {
            var lease = await readers.RentAsync(generation, ct).ConfigureAwait(false);
            await using (lease.ConfigureAwait(false))
            {
                var tables = await TablesAsync(lease, ct).ConfigureAwait(false);
                var shape = await ShapeAsync(lease, report, ct).ConfigureAwait(false);
                var carried = shape.Relations.Where(name => name != ViewComposer.Bucket)
                    .Select(name => tables.Candidates(name, withRollups: false)
                        .SelectMany(tables.DimensionsOf).ToHashSet(StringComparer.Ordinal)).ToList();
                return [.. glossary.Entries.Select(entry => entry.Name).Distinct()
                    .Where(name => carried.Count > 0 && carried.TrueForAll(names => names.Contains(name)))];
            }
        }
        catch (StarException)
        {
            return [];
        }
    }

    /// <summary>Runs what <paramref name="compose"/> makes of the generation's tables.</summary>
    internal async Task<ReportOutcome> RunAsync(
        ReportRequest request,
        Func<StarTables, (Composition? Composition, IReadOnlyList<ReportRefusal> Faults)> compose,
        Scope scope,
        CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        StarLease lease;
        try
        {
            lease = await readers.RentAsync(request.Generation, ct).ConfigureAwait(false);
        }
        catch (StarException e)
        {
            return Refused(Refusals.NoGeneration(e.Message));
        }
        // Given back here, unless a run takes it: that may go on for others after this asker has left.
        StarLease? unused = lease;
        try
        {
            var tables = await TablesAsync(lease, ct).ConfigureAwait(false);
            var (composition, faults) = compose(tables);
            if (composition is null || Question(lease, tables, (composition, request), out faults) is not { } question)
            {
                return new ReportOutcome.Refused(faults);
            }
            var key = AnswerKey.Of(lease.Manifest, question, scope);
            var outcome = await WithinAsync(
                request.TimeLimit,
                stop => request is { UseKept: true, Write: null }
                    ? Cache.AskAsync(key, () => Take(null), stop.Token)
                    : Take(request.Write is { } write ? stream => WriteAsync(write, stream, stop) : null)(stop.Token),
                ct).ConfigureAwait(false);
            return outcome is ReportOutcome.Answer answer ? Timed(answer.Result, startedAt) : outcome;

            Func<CancellationToken, Task<ReportOutcome>> Take(Func<ReportStream, Task>? write)
            {
                unused = null;
                return stop => RunAsync(lease, question, scope, write, stop);
            }
        }
        finally
        {
            if (unused is not null)
            {
                await unused.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>An answer that was kept took the engine no time, and nobody waited for the engine longer than for the
    /// answer.</summary>
    private static ReportOutcome.Answer Timed(ReportResult result, long startedAt)
    {
        var elapsed = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
        return new(result with { ElapsedMs = elapsed, EngineMs = Math.Min(result.EngineMs, elapsed) });
    }

    /// <summary>Ends what takes longer than the limit with a refusal.</summary>
    private static async Task<ReportOutcome> WithinAsync(
        TimeSpan limit, Func<CancellationTokenSource, Task<ReportOutcome>> run, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(limit);
        try
        {
            return await run(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Refused(Refusals.TooLong(limit));
        }
    }

    private AnswerQuestion? Question(
        StarLease lease, StarTables tables, (Composition Composition, ReportRequest Request) asked,
        out IReadOnlyList<ReportRefusal> faults)
    {
        var (composition, request) = asked;
        var today = BusinessClock.Of(clock.GetUtcNow(), lease.Manifest.CompleteTo, zone);
        var arguments = new ArgumentResolver(composition.Report, today.Today).Resolve(request.Parameters, out faults);
        return arguments is null ? null : new(
            composition.Report, TaxBasis.Settled(arguments, tables).With(composition.Values))
        {
            UseRollups = request.UseRollups,
            Clock = today,
            Culture = request.Culture,
            IsOfCatalog = ReferenceEquals(composition.Values, NoValues),
            MostHeld = request.MostHeld,
        };
    }

    /// <summary>Runs a question, and gives the lease back.</summary>
    private async Task<ReportOutcome> RunAsync(
        StarLease lease, AnswerQuestion question, Scope scope, Func<ReportStream, Task>? write, CancellationToken ct)
    {
        await using (lease.ConfigureAwait(false))
        {
            var tables = await TablesAsync(lease, ct).ConfigureAwait(false);
            var shape = await ShapeAsync(lease, question.Report, ct).ConfigureAwait(false);
            var refusals = Faults(question, shape, tables).ToList();
            if (refusals.Count > 0)
            {
                return new ReportOutcome.Refused(refusals);
            }
            var run = new ReportRun(question.Report, question.Arguments, shape, new ViewComposer(tables), scope)
            {
                UseRollups = question.UseRollups,
                Clock = question.Clock,
                Culture = question.Culture,
                IsOfCatalog = question.IsOfCatalog,
                MostHeld = question.MostHeld,
                Write = write,
            };
            return await run.RunAsync(lease, glossary, ct).ConfigureAwait(false);
        }
    }

    /// <summary>From here on it takes what the reader of the rows takes.</summary>
    private static Task WriteAsync(
        Func<ReportStream, CancellationToken, Task> write, ReportStream stream, CancellationTokenSource stop)
    {
        stop.CancelAfter(Timeout.InfiniteTimeSpan);
        stop.Token.ThrowIfCancellationRequested();
        return write(stream, stop.Token);
    }

    private IEnumerable<ReportRefusal> Faults(AnswerQuestion question, TextShape shape, StarTables tables)
    {
        foreach (var fault in shape.Faults)
        {
            yield return Refusals.BadText(question.Report.Id, fault);
        }
        var relations = shape.Relations.Where(name => name != ViewComposer.Bucket).ToList();
        foreach (var relation in relations.Where(name => tables.Candidates(name, withRollups: false).Count == 0))
        {
            yield return Refusals.NoRelation(relation, tables.Relations);
        }
        var dimensions = relations.SelectMany(name => tables.Candidates(name, withRollups: false))
            .SelectMany(tables.DimensionsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, dimension) in question.Arguments.Dimensions)
        {
            if (dimension is not null && !dimensions.Contains(dimension))
            {
                var known = glossary.Entries.Select(entry => entry.Name).Where(dimensions.Contains);
                yield return Refusals.NotAmong(name, dimension, known.Append(ArgumentReader.NoDimension));
            }
        }
    }

    private async Task<StarTables> TablesAsync(StarLease lease, CancellationToken ct)
    {
        if (tablesOf.TryGetValue(lease.Manifest.Generation, out var known))
        {
            return known;
        }
        if (tablesOf.Count >= MostGenerations)
        {
            tablesOf.Clear();
        }
        return tablesOf[lease.Manifest.Generation] = await StarTables.ReadAsync(lease, ct).ConfigureAwait(false);
    }

    private async Task<TextShape> ShapeAsync(StarLease lease, ReportDefinition report, CancellationToken ct) =>
        shapes.TryGetValue(report.Sql, out var known)
            ? known
            : Kept(
                report.Sql,
                await TextShape.ReadAsync(lease.Connection, report.Sql, measures, ct).ConfigureAwait(false));

    private TextShape Kept(string text, TextShape shape)
    {
        if (shapes.Count >= MostTexts)
        {
            shapes.Clear();
        }
        return shapes[text] = shape;
    }

    private static ReportOutcome.Refused Refused(ReportRefusal line) => new([line]);
}
