using System.Collections.Concurrent;
using System.Diagnostics;
using Analytics.Reports.Arguments;
using Analytics.Reports.Relations;
using Analytics.Reports.Running;
using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Answers requests from the published generation, or from an older one that is named.</summary>
/// <remarks>Safe for many callers at once. Nothing of a request stays behind but the shape of its report's text and the
/// list of its generation's tables.</remarks>
public sealed class ReportRunner(
    StarReaders readers, Catalog catalog, Glossary glossary, TimeProvider clock, TimeZoneInfo zone)
{
    private const int MostGenerations = 8;

    private readonly ConcurrentDictionary<string, TextShape> shapes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StarTables> tablesOf = new(StringComparer.Ordinal);

    /// <summary>Runs a report within what <paramref name="scope"/> lets its bearer see.</summary>
    public async Task<ReportOutcome> RunAsync(ReportRequest request, Scope scope, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(scope);
        var startedAt = Stopwatch.GetTimestamp();
        if (catalog.Find(request.ReportId) is not { } report)
        {
            return Refused(Refusals.NoReport(request.ReportId, catalog.Reports.Select(known => known.Id)));
        }
        StarLease lease;
        try
        {
            lease = await readers.RentAsync(request.Generation, ct).ConfigureAwait(false);
        }
        catch (StarException e)
        {
            return Refused(Refusals.NoGeneration(e.Message));
        }
        await using (lease.ConfigureAwait(false))
        {
            var outcome = await RunAsync(lease, report, request, scope, ct).ConfigureAwait(false);
            return outcome is ReportOutcome.Answer answer
                ? new ReportOutcome.Answer(answer.Result with
                {
                    ElapsedMs = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds,
                })
                : outcome;
        }
    }

    private async Task<ReportOutcome> RunAsync(
        StarLease lease, ReportDefinition report, ReportRequest request, Scope scope, CancellationToken ct)
    {
        var today = BusinessClock.Of(clock.GetUtcNow(), lease.Manifest.CompleteTo, zone);
        var arguments = new ArgumentResolver(report, today.Today).Resolve(request.Parameters, out var faults);
        if (arguments is null)
        {
            return new ReportOutcome.Refused(faults);
        }
        var tables = await TablesAsync(lease, ct).ConfigureAwait(false);
        var shape = await ShapeAsync(lease, report, ct).ConfigureAwait(false);
        var refusals = Faults(report, arguments, shape, tables).ToList();
        if (refusals.Count > 0)
        {
            return new ReportOutcome.Refused(refusals);
        }
        var run = new ReportRun(report, arguments, shape, new ViewComposer(tables), scope)
        {
            UseRollups = request.UseRollups,
            Clock = today,
            Culture = request.Culture,
        };
        return await run.RunAsync(lease, glossary, ct).ConfigureAwait(false);
    }

    private IEnumerable<ReportRefusal> Faults(
        ReportDefinition report, ReportArguments arguments, TextShape shape, StarTables tables)
    {
        foreach (var fault in shape.Faults)
        {
            yield return Refusals.BadText(report.Id, fault);
        }
        var relations = shape.Relations.Where(name => name != ViewComposer.Bucket).ToList();
        foreach (var relation in relations.Where(name => tables.Candidates(name, withRollups: false).Count == 0))
        {
            yield return Refusals.NoRelation(relation, tables.Relations);
        }
        var dimensions = relations.SelectMany(name => tables.Candidates(name, withRollups: false))
            .SelectMany(tables.DimensionsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, dimension) in arguments.Dimensions)
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
        if (tablesOf.TryGetValue(lease.Schema, out var known))
        {
            return known;
        }
        if (tablesOf.Count >= MostGenerations)
        {
            tablesOf.Clear();
        }
        return tablesOf[lease.Schema] = await StarTables.ReadAsync(lease, ct).ConfigureAwait(false);
    }

    private async Task<TextShape> ShapeAsync(StarLease lease, ReportDefinition report, CancellationToken ct) =>
        shapes.TryGetValue(report.Id, out var known)
            ? known
            : shapes[report.Id] = await TextShape.ReadAsync(lease.Connection, report.Sql, ct).ConfigureAwait(false);

    private static ReportOutcome.Refused Refused(ReportRefusal line) => new([line]);
}
