using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Analytics.Reports.Arguments;
using Analytics.Reports.Compare;
using Analytics.Reports.Relations;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>One run of a report with its arguments resolved: (1) the base range of each window and of its buckets,
/// (2) the tables to stand on, once for the rows and once for the totals, (3) one statement over all of them,
/// (4) the answers beside each other.</summary>
internal sealed class ReportRun(
    ReportDefinition report, ReportArguments arguments, TextShape shape, ViewComposer composer, Scope scope)
{
    // What the engine says of a text that names or combines things wrongly; any other fault is not the text's.
    private static readonly string[] TextFaults =
        ["Binder Error", "Catalog Error", "Parser Error", "Conversion Error", "Invalid Input Error"];

    private static readonly Label CurrentLabel = new("本期", "Current");

    private readonly List<Label> notes = [];

    public required bool UseRollups { get; init; }

    public required BusinessClock Clock { get; init; }

    public required CultureInfo Culture { get; init; }

    public async Task<ReportOutcome> RunAsync(StarLease lease, Glossary glossary, CancellationToken ct)
    {
        var spans = Spans();
        if (Branches(spans, out var without) is not { } branches)
        {
            return new ReportOutcome.Refused([Refusals.NoTable(without)]);
        }
        var startedAt = Stopwatch.GetTimestamp();
        BranchRows? read;
        try
        {
            read = await new StatementRunner(lease, composer, report, arguments, glossary)
                .RunAsync(branches.Select(entry => entry.Branch).ToList(), ct).ConfigureAwait(false);
        }
        catch (DbException e) when (TextFaults.Any(kind => e.Message.StartsWith(kind, StringComparison.Ordinal)))
        {
            return new ReportOutcome.Refused([Refusals.BadText(report.Id, e.Message.Split('\n')[0])]);
        }
        var engineMs = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
        if (read is null)
        {
            return new ReportOutcome.Refused([Refusals.TooManyRows(StatementRunner.MostRows)]);
        }
        var aligned = new Alignment(
            read.Schema, report.Grain, Answers(spans, branches, read), arguments.Grain != Grain.None);
        var columns = aligned.Columns(name => ColumnLabels.Of(name, report, glossary, arguments.Dimensions));
        return new ReportOutcome.Answer(new()
        {
            Report = report.Id,
            Title = report.Title,
            Generation = lease.Manifest.Generation,
            CompleteTo = Clock.Local(lease.Manifest.CompleteTo),
            Params = arguments.Values,
            Columns = columns,
            Rows = Named(aligned.Rows(), columns),
            Totals = HasTotals ? NamedTotal(aligned.Totals(), columns) : null,
            Windows = arguments.Period is null ? [] : spans.Select(span => span.Shown).ToList(),
            Notes = [.. notes, .. DataNotes(lease.Manifest)],
            Relation = string.Join(", ", branches.Select(entry => entry.Branch.Plan.TableNames).Distinct()),
            EngineMs = engineMs,
        });
    }

    private bool HasTotals => arguments.Dimensions.Count > 0 || shape.ReadsBuckets;

    /// <summary>Rows and totals are one where nothing tells rows apart.</summary>
    private bool IsOneRow =>
        arguments.Grain == Grain.None && arguments.Dimensions.Values.All(dimension => dimension is null);

    /// <summary>The runs of the text: for its rows in each window, then for its totals; null where no table carries it.
    /// </summary>
    private List<(Span Span, bool IsTotal, Branch Branch)>? Branches(List<Span> spans, out string without)
    {
        var none = arguments.Dimensions.Keys.ToDictionary(name => name, _ => (string?)null);
        var rows = Plan(arguments.Dimensions, spans.SelectMany(span => span.Buckets), out var lacking);
        var totals = Plan(none, spans.Select(span => span.Whole), out _);
        without = lacking ?? "";
        if (rows is null || totals is null)
        {
            return null;
        }
        var branches = spans.Where(span => span.Buckets.Count > 0 || !shape.ReadsBuckets)
            .Select(span => (span, IsTotal: false, new Branch(rows, span.Range, span.Buckets))).ToList();
        if (HasTotals && !IsOneRow)
        {
            branches.AddRange(spans.Select(span =>
                (span, IsTotal: true, new Branch(totals, span.Range, [span.Whole]))));
        }
        return branches;
    }

    private List<Answers> Answers(
        List<Span> spans, List<(Span Span, bool IsTotal, Branch Branch)> branches, BranchRows read)
    {
        return spans.Select(span => new Answers(
            span.Key,
            span.Label,
            Rows(span, isTotal: false),
            Rows(span, isTotal: !IsOneRow) is [var total, ..] ? total : null)).ToList();

        List<object?[]> Rows(Span span, bool isTotal)
        {
            var at = branches.FindIndex(entry => entry.Span == span && entry.IsTotal == isTotal);
            return at < 0 ? [] : read.Rows[at];
        }
    }

    private ViewPlan? Plan(
        IReadOnlyDictionary<string, string?> dimensions, IEnumerable<Bucket> buckets, out string? without)
    {
        var footing = new Footing(scope, UseRollups)
        {
            Dimensions = dimensions,
            WholeMonths = arguments.Period is not null && shape.ReadsBuckets
                && buckets.All(bucket => bucket.Range.IsWholeMonths),
            BeforeMinute = arguments.Period is { IsToday: true } ? Clock.CompleteMinute : null,
        };
        return composer.Choose(shape, footing, out without);
    }

    private List<Span> Spans()
    {
        if (arguments.Period is not { } period)
        {
            return [new("current", CurrentLabel, default, [])];
        }
        var buckets = Bucket.Cut(period.Range, arguments.Grain).ToList();
        var spans = new List<Span> { new("current", CurrentLabel, period.Range, buckets) };
        foreach (var window in Shown(period))
        {
            var range = window.BaseOf(period);
            var given = arguments.Grain == Grain.None
                ? [buckets[0] with { Range = range }]
                : buckets.Select(bucket => bucket with { Range = window.BaseOf(bucket.Range, period) })
                    .Where(bucket => !bucket.Range.IsEmpty).ToList();
            spans.Add(new(window.Key, window.Label, range, given));
            NoteLength(window, range, period);
        }
        if (period.IsToday)
        {
            var minute = $"{Clock.CompleteMinute / 60:00}:{Clock.CompleteMinute % 60:00}";
            notes.Add(new($"各期均截至 {minute}", $"every window is cut at {minute}"));
        }
        return spans;
    }

    /// <summary>The period before a month is the same days of the month before: shown once.</summary>
    private IEnumerable<Window> Shown(Period period)
    {
        WindowRule[] twins = [WindowRule.Previous, WindowRule.SameDaysLastMonth];
        Window? first = null;
        foreach (var window in arguments.Windows)
        {
            if (first is not null && twins.Contains(window.Rule) && period.Unit == PeriodUnit.Month)
            {
                notes.Add(new(
                    $"{window.Label.Zh}与{first.Label.Zh}相同，只显示一次",
                    $"{window.Label.En} is {first.Label.En}, shown once"));
                continue;
            }
            first ??= twins.Contains(window.Rule) ? window : null;
            yield return window;
        }
    }

    private void NoteLength(Window window, DateRange range, Period period)
    {
        if (range.Days != period.Range.Days)
        {
            var (now, before) = (period.Range.Days, range.Days);
            notes.Add(new(
                $"天数不同：本期 {now} 天，{window.Label.Zh} {before} 天",
                $"lengths differ: current {now} days, {window.Label.En} {before} days"));
        }
        if (window.Rule == WindowRule.Lunar && !window.IsByFestival(period.Range))
        {
            notes.Add(new(
                "期间不全在春节前 30 天至后 15 天内，农历同期按公历去年同期",
                "the range is not within 30 days before and 15 after Spring Festival: compared by the calendar"));
        }
    }

    private IEnumerable<Label> DataNotes(Manifest manifest)
    {
        if (arguments.Period is { } period
            && (period.Range.From > manifest.LastBusinessDate || period.Range.To < manifest.FirstBusinessDate))
        {
            var (first, last) = (manifest.FirstBusinessDate, manifest.LastBusinessDate);
            yield return new(
                FormattableString.Invariant($"数据只有 {first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}；请改选期间"),
                FormattableString.Invariant(
                    $"there is data from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}; choose a range in it"));
        }
    }

    /// <summary>Where a dimension is none, its one member bears the name of a total.</summary>
    private List<object?[]> Named(List<object?[]> rows, List<ReportColumn> columns)
    {
        foreach (var parameter in arguments.Dimensions.Where(entry => entry.Value is null))
        {
            var at = columns.FindIndex(column => column.Name == parameter.Key + "_name");
            if (at >= 0)
            {
                rows.ForEach(row => row[at] = TotalLabel.In(Culture));
            }
        }
        return rows;
    }

    private object?[] NamedTotal(object?[] total, List<ReportColumn> columns)
    {
        var at = columns.FindIndex(column => column.Name.EndsWith("_name", StringComparison.Ordinal));
        if (at >= 0)
        {
            total[at] = TotalLabel.In(Culture);
        }
        return total;
    }

    private static Label TotalLabel => new("合计", "Total");

    /// <summary>A window of the run.</summary>
    private sealed record Span(string Key, Label Label, DateRange Range, IReadOnlyList<Bucket> Buckets)
    {
        public Bucket Whole => new(Range.From, Range);

        public WindowRange Shown => new(Key, Label, Range.From, Range.To);
    }
}
