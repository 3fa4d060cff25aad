using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Analytics.Reports.Analysis.Loyalty;
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
    private IReadOnlyList<long>? stores;

    // Those that a row of their own below the others stands for; null where there is none.
    private IReadOnlyList<long>? comparable;
    private ViewPlan? comparablePlan;

    // Places are told by all rows, which are not held then.
    private bool isWritten;

    /// <summary>Rows that an answer holds; one of more is written as they come.</summary>
    public int MostHeld { get; init; } = StatementRunner.MostRows;

    public required bool UseRollups { get; init; }

    public required BusinessClock Clock { get; init; }

    public required CultureInfo Culture { get; init; }

    /// <summary>The text is a report's own, which a file may take row by row.</summary>
    public bool IsOfCatalog { get; init; }

    /// <summary>Takes an answer of more rows than are held, where it can be read row by row; null refuses it.</summary>
    public Func<ReportStream, Task>? Write { get; init; }

    public async Task<ReportOutcome> RunAsync(StarLease lease, Glossary glossary, CancellationToken ct)
    {
        var spans = Spans();
        if (Unfit(spans) is { } unfit)
        {
            return new ReportOutcome.Refused([unfit]);
        }
        if (TaxBasis.IsGross(arguments))
        {
            notes.Add(TaxBasis.Note);
        }
        await ChooseStoresAsync(lease, spans, ct).ConfigureAwait(false);
        var run = shape.ReadsBase ? [spans[0] with { Given = spans[1] }] : spans;
        if (Branches(run, out var without) is not { } branches)
        {
            return new ReportOutcome.Refused([Refusals.NoTable(without)]);
        }
        var runner = new StatementRunner(lease, composer, report, arguments, glossary);
        var startedAt = Stopwatch.GetTimestamp();
        try
        {
            if (Write is not null && run.Count == 1 && comparable is null
                && await StreamedAsync(lease, runner, branches, glossary, ct).ConfigureAwait(false) is { } streamed)
            {
                return streamed;
            }
            var all = branches.Select(entry => entry.Branch).Concat(ComparableBranches(run)).ToList();
            var read = await runner.RunAsync(all, ct).ConfigureAwait(false);
            var engineMs = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
            return read is null
                ? new ReportOutcome.Refused([TooMany(run.Count > 1)])
                : new ReportOutcome.Answer(Result(lease.Manifest, run, branches, read, glossary) with
                {
                    EngineMs = engineMs,
                });
        }
        catch (DbException e) when (TextFaults.Any(kind => e.Message.StartsWith(kind, StringComparison.Ordinal)))
        {
            return new ReportOutcome.Refused([Refusals.BadText(report.Id, e.Message.Split('\n')[0])]);
        }
    }

    /// <summary>The answer read row by row: held where it has few rows, else written as they come. Null where a column
    /// has no form in a stream.</summary>
    private async Task<ReportOutcome?> StreamedAsync(
        StarLease lease, StatementRunner runner, List<(Span Span, bool IsTotal, Branch Branch)> branches,
        Glossary glossary, CancellationToken ct)
    {
        var span = branches[0].Span;
        var branch = branches[0].Branch;
        var found = await runner.ColumnsAsync(branch, ct).ConfigureAwait(false);
        if (found.Any(column => column.Cast is null))
        {
            return null;
        }
        var startedAt = Stopwatch.GetTimestamp();
        var total = branches.Count > 1
            ? await runner.RunAsync([branches[1].Branch], ct).ConfigureAwait(false) : null;
        var schema = SchemaOf(found);
        var aligned = Aligned(schema, [new(span.Key, span.Label, [], null)]);
        // The columns of the answer in their order, then what rows are told apart by beside them.
        var places = aligned.Places.Concat(Enumerable.Range(0, found.Count)).Distinct();
        var placed = places.Select(place => Named(found[place])).ToList();
        var statement = ViewComposer.Rows(
            runner.RowsOf(branch), placed.Select(column => (column.Cast!, column.Name)),
            shape.IsOrdered ? [] : aligned.Order(found));
        var answered = SchemaOf(placed);
        using var reader = Opened(lease, statement, runner.ValuesOf(branch), out var fault, ct);
        if (reader is null)
        {
            return new ReportOutcome.Refused([Refusals.BadText(report.Id, fault)]);
        }
        isWritten = reader.HasMoreThan(MostHeld);
        List<object?[]> totals = [.. (total?.Rows[0] ?? []).Select(row => Placed(row, schema, answered))];
        var rows = new List<object?[]>();
        while (!isWritten && reader.Next())
        {
            rows.AddRange(Enumerable.Range(0, reader.Rows)
                .Select(row => ReportStream.RowOf(reader, row, placed.Count)));
        }
        var read = new BranchRows(answered, branches.Count > 1 ? [rows, totals] : [rows]);
        var result = Result(lease.Manifest, [span], branches, read, glossary) with
        {
            EngineMs = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds,
        };
        if (!isWritten)
        {
            return new ReportOutcome.Answer(result);
        }
        await Write!(new ReportStream(result, reader)).ConfigureAwait(false);
        return new ReportOutcome.Written(result);
    }

    /// <summary>Ahead of the first row; null where the text is at fault.</summary>
    private RowReader? Opened(
        StarLease lease, string sql, IReadOnlyDictionary<string, object?> values, out string fault,
        CancellationToken ct)
    {
        fault = "";
        RowReader? reader = null;
        try
        {
            reader = RowReader.Open(lease, sql, values, ct);
            reader.HasMoreThan(MostHeld);
            return reader;
        }
        catch (StarException e) when (TextFaults.Any(kind => e.Message.Contains(kind, StringComparison.Ordinal)))
        {
            reader?.Dispose();
            fault = e.Message;
            return null;
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    private ReportRefusal TooMany(bool isCompared) => isCompared ? Refusals.TooManyCompared(StatementRunner.MostRows)
        : IsOfCatalog && Write is null ? Refusals.TooManyToHold(StatementRunner.MostRows)
        : Refusals.TooManyRows(StatementRunner.MostRows);

    private static AnswerSchema SchemaOf(IReadOnlyList<FoundColumn> columns) =>
        new([.. columns.Select(column => column.Name)], [.. columns.Select(column => column.Type)]);

    private static object?[] Placed(object?[] row, AnswerSchema from, AnswerSchema to) =>
        [.. to.Names.Select(name => row[from.IndexOf(name)])];

    private Alignment Aligned(AnswerSchema schema, IReadOnlyList<Answers> answers) =>
        new(schema, report.Grain, answers, arguments.Grain != Grain.None)
        {
            KeepsOrder = shape.IsOrdered,
            SortBy = report.SortBy,
            Share = !isWritten && arguments.Dimensions.Values.Any(dimension => dimension is not null)
                ? report.Share
                : null,
        };

    private ReportResult Result(
        Manifest manifest, List<Span> spans, List<(Span Span, bool IsTotal, Branch Branch)> branches, BranchRows read,
        Glossary glossary)
    {
        var aligned = Aligned(read.Schema, Answers(spans, branches, read));
        var columns = ShownColumns.WithCodes(
            aligned.Columns(name => ShownColumns.Of(name, report, glossary, arguments)), glossary);
        var result = new ReportResult
        {
            Report = report.Id,
            Title = report.Title,
            Generation = manifest.Generation,
            CompleteTo = Clock.Local(manifest.CompleteTo),
            Params = arguments.Values,
            Columns = columns,
            Rows = Named(aligned.Rows(), columns),
            Totals = HasTotals
                ? NamedTotal(aligned.Totals(), columns, glossary, TotalLabel.In(Culture)) : null,
            Windows = arguments.Period is null ? [] : spans.SelectMany(span => span.Sides).Select(Shown).ToList(),
            Chart = report.Chart,
            Notes = [.. notes, .. DataNotes(manifest)],
            Relation = string.Join(
                ", ", branches.SelectMany(entry => composer.TableNames(entry.Branch)).Distinct()),
        };
        var parts = read.Rows.Skip(branches.Count).Select(rows => rows.FirstOrDefault());
        return comparable is null ? result : WithPart(result, aligned.Whole([.. parts]), glossary);
    }

    /// <summary>The row of comparable stores below the others, of which it is a part.</summary>
    private ReportResult WithPart(ReportResult result, object?[] part, Glossary glossary)
    {
        var label = ComparableStores.PartLabel.In(Culture);
        return result with
        {
            Rows = [.. result.Rows, NamedTotal(part, [.. result.Columns], glossary, label)],
            Levels = [.. result.Rows.Select(_ => 1), 0],
        };
    }

    /// <summary>Relations of the generation that the text reads.</summary>
    private IEnumerable<string> Stood => shape.Relations.Where(name => name != ViewComposer.Bucket);

    /// <summary>The range ends in the day in progress, and a part of a day can be told.</summary>
    private bool IsCut => arguments.Period is { IsInProgress: true } && Stood.Any(composer.HasMinutes);

    /// <summary>A grain of more than dimensions and buckets is a list's: without those it is still many rows, of which
    /// the first is no total.</summary>
    private bool HasTotals => (arguments.Dimensions.Count > 0 || shape.ReadsBuckets)
        && report.Grain.Count(name => name != ViewComposer.Bucket) <= arguments.Dimensions.Count;

    /// <summary>Rows and totals are one where nothing tells rows apart.</summary>
    private bool IsOneRow =>
        arguments.Grain == Grain.None && arguments.Dimensions.Values.All(dimension => dimension is null);

    /// <summary>The runs of the text: for its rows in each window, then for its totals; null where no table carries it.
    /// </summary>
    private List<(Span Span, bool IsTotal, Branch Branch)>? Branches(List<Span> spans, out string without)
    {
        var none = arguments.Dimensions.Keys.ToDictionary(name => name, _ => (string?)null);
        var rows = Plan(arguments.Dimensions, spans.SelectMany(span => span.AllBuckets), stores, out var lacking);
        var totals = Plan(none, spans.SelectMany(span => span.Wholes), stores, out _);
        if (comparable is not null && lacking is null)
        {
            comparablePlan = Plan(none, spans.SelectMany(span => span.Wholes), comparable, out lacking);
        }
        without = lacking ?? "";
        if (rows is null || totals is null || (comparable is not null && comparablePlan is null))
        {
            return null;
        }
        var branches = spans.Where(span => span.Buckets.Count > 0 || !shape.ReadsBuckets)
            .Select(span => (span, IsTotal: false, new Branch(
                rows, span.Range, span.AllBuckets, span.Cuts(ofLastBucket: shape.ReadsBuckets)))).ToList();
        if (HasTotals && !IsOneRow)
        {
            branches.AddRange(spans.Select(span =>
                (span, IsTotal: true, new Branch(totals, span.Range, span.Wholes, span.Cuts(ofLastBucket: false)))));
        }
        return branches;
    }

    /// <summary>The text over all of each window, of the comparable stores alone.</summary>
    private IEnumerable<Branch> ComparableBranches(List<Span> spans) => comparablePlan is not { } plan ? []
        : spans.Select(span => new Branch(plan, span.Range, span.Wholes, span.Cuts(ofLastBucket: false)));

    /// <summary>Why a text that compares by itself cannot with these windows, or the stores cannot be chosen; null
    /// where all is well.</summary>
    private ReportRefusal? Unfit(List<Span> spans) =>
        shape.ReadsBase && spans.Count != 2 ? Refusals.OneWindow()
        : shape.ReadsBase && spans[0].Range.From <= spans[1].Range.To && spans[1].Range.From <= spans[0].Range.To
            ? Refusals.Overlap(spans[1].Label)
        : StoreScope is not null && spans.Count < 2 ? Refusals.NoWindow(StoreScope)
        : null;

    /// <summary>Which stores were asked for; null for all.</summary>
    private string? StoreScope => arguments.Values.GetValueOrDefault("store_scope") is string text
        && text != ComparableStores.All ? text : null;

    private async Task ChooseStoresAsync(StarLease lease, List<Span> spans, CancellationToken ct)
    {
        if (StoreScope is not { } asked)
        {
            return;
        }
        var isPart = asked == ComparableStores.WithComparable;
        var (chosen, note) = await ComparableStores.ChooseAsync(
            lease, isPart ? ComparableStores.Comparable : asked, spans.ConvertAll(span => span.Range), scope, ct)
            .ConfigureAwait(false);
        stores = isPart ? null : chosen;
        comparable = isPart && HasTotals ? chosen : null;
        notes.Add(note);
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
        IReadOnlyDictionary<string, string?> dimensions, IEnumerable<Bucket> buckets, IReadOnlyList<long>? among,
        out string? without)
    {
        var footing = new Footing(scope, UseRollups)
        {
            Dimensions = dimensions,
            Language = Culture.TwoLetterISOLanguageName == "zh" ? "zh" : "en",
            WholeMonths = arguments.Period is not null && shape.ReadsBuckets
                && buckets.All(bucket => bucket.Range.IsWholeMonths),
            IsCut = IsCut,
            IsTaxIncluded = TaxBasis.IsGross(arguments),
            Stores = among,
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
        var cut = CutOf(period.Range, isAlike: true);
        var spans = new List<Span>
        {
            new("current", CurrentLabel, period.Range, buckets) { Cut = cut, LastBucketCut = cut },
        };
        foreach (var window in Shown(period))
        {
            spans.Add(SpanOf(window, period, buckets));
            NoteLength(window, spans[^1].Range, period);
        }
        NoteCut(spans);
        return spans;
    }

    private Span SpanOf(Window window, Period period, List<Bucket> buckets)
    {
        var range = window.BaseOf(period);
        var given = arguments.Grain == Grain.None
            ? [buckets[0] with { Range = range }]
            : buckets.Select(bucket => bucket with { Range = window.BaseOf(bucket.Range, period) }).ToList();
        var last = given[^1].Range;
        return new(window.Key, window.Label, range, given.Where(bucket => !bucket.Range.IsEmpty).ToList())
        {
            Cut = CutOf(range, window.EndsAlike(range, period.Range, period)),
            LastBucketCut = CutOf(last, window.EndsAlike(last, buckets[^1].Range, period)),
        };
    }

    private DayCut? CutOf(DateRange range, bool isAlike) =>
        IsCut && isAlike ? new(range.To, Clock.CompleteMinute) : null;

    private void NoteCut(List<Span> spans)
    {
        if (!IsCut)
        {
            return;
        }
        var whole = spans.Where(span => span.Cut is null).Select(span => span.Label).ToList();
        notes.Add(new(
            $"各期最后一天均{Clock.CompleteLabel.Zh}"
            + string.Concat(whole.Select(label => $"；{label.Zh}按所给日期，不截断")),
            $"the last day of every window counts {Clock.CompleteLabel.En}"
            + string.Concat(whole.Select(label => $"; {label.En} is whole, as given"))));
        notes.AddRange(Stood.Where(relation => !composer.HasMinutes(relation)).Select(relation => new Label(
            $"{relation} 不记时刻，最后一天按整天", $"{relation} knows no minutes: its last day is whole")));
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

    private WindowRange Shown(Span span) => new(span.Key, span.Label, span.Range.From, span.Range.To)
    {
        CutLabel = span.Cut is null ? null : Clock.CompleteLabel,
    };

    private IEnumerable<Label> DataNotes(Manifest manifest)
    {
        var relations = shape.Relations.Select(relation => "fact_" + relation).ToList();
        if (relations.Exists(LoyaltyAnnex.Tables.Contains)
            && manifest.Annexes.All(annex => !relations.Contains(annex.Table)))
        {
            yield return new(
                "还没有评估过客户；运行 analytics loyalty，或等 serve 每天自动评估",
                "customers have not been judged yet; run 'analytics loyalty', or wait for serve, which does it daily");
        }
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

    /// <summary>The same of a column that is read.</summary>
    private FoundColumn Named(FoundColumn column) =>
        arguments.Dimensions.Any(entry => entry.Value is null && column.Name == entry.Key + "_name")
            ? column with { Given = TotalLabel.In(Culture) } : column;

    private static object?[] NamedTotal(
        object?[] total, List<ReportColumn> columns, Glossary glossary, string name)
    {
        foreach (var rank in columns.FindAll(column => glossary.Find(column.Measure ?? "") is { Kind: "rank" }))
        {
            // The total is not among those that are ranked.
            total[columns.IndexOf(rank)] = null;
        }
        var at = columns.FindIndex(column => column.Name.EndsWith("_name", StringComparison.Ordinal));
        if (at >= 0)
        {
            total[at] = name;
        }
        return total;
    }

    private static Label TotalLabel => new("合计", "Total");
}
