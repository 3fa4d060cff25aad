using System.Globalization;
using Analytics.Reports.Compare;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Reports.Running;

/// <summary>Puts the rows of the windows beside each other, member by member and bucket by bucket.</summary>
/// <remarks>A member that only a base range has is there too, its current figures blank. Totals are aligned, not
/// summed.
/// </remarks>
internal sealed class Alignment
{
    public const string BucketColumn = "bucket";

    private readonly AnswerSchema schema;
    private readonly IReadOnlyList<Answers> answers;
    private readonly List<int> keys;
    private readonly List<int> shown;
    private readonly List<int> measures;

    /// <param name="schema">Of every window's rows.</param>
    /// <param name="grain">The columns that tell rows apart.</param>
    /// <param name="answers">The current range first.</param>
    /// <param name="showBucket">Whether rows differ by bucket.</param>
    public Alignment(AnswerSchema schema, IReadOnlyList<string> grain, IReadOnlyList<Answers> answers, bool showBucket)
    {
        this.schema = schema;
        this.answers = answers;
        var all = Enumerable.Range(0, schema.Names.Count).ToList();
        keys = grain.Select(schema.IndexOf).ToList();
        measures = all.Where(i => !keys.Contains(i) && IsNumber(schema.Types[i])).ToList();
        shown = all.Where(i => !measures.Contains(i) && (showBucket || schema.Names[i] != BucketColumn)).ToList();
    }

    /// <summary>The columns of the schema that make up the answer, where it has one window, in its order.</summary>
    public IReadOnlyList<int> Places => [.. shown, .. measures];

    /// <summary>What rows are sorted by where the text does not order them itself, as expressions over the columns it
    /// was found to have: the same order as that of rows which are held.</summary>
    public IEnumerable<string> Order(IReadOnlyList<FoundColumn> found)
    {
        if (schema.IndexOf(BucketColumn) is >= 0 and var bucket)
        {
            yield return found[bucket].Reference + " nulls first";
        }
        if (Weight is >= 0 and var weight)
        {
            yield return found[weight].Reference + " desc nulls last";
        }
        foreach (var key in keys)
        {
            yield return found[key].Key;
        }
    }

    public List<ReportColumn> Columns(Func<string, (Label Label, string Unit, bool IsAdditive)> labelOf)
    {
        var columns = shown.Select(i => Column(i, labelOf)).ToList();
        columns.AddRange(measures.SelectMany(i => CurrentColumns(Column(i, labelOf) with
        {
            Role = ColumnRole.Current,
            Measure = schema.Names[i],
        })));
        foreach (var window in answers.Skip(1))
        {
            columns.AddRange(measures.SelectMany(i => WindowColumns(Column(i, labelOf), window)));
        }
        return columns;
    }

    /// <summary>The measure whose parts, places and pulls stand beside it; null where none is.</summary>
    public string? Share { get; init; }

    /// <summary>The text orders its rows itself; what only another window has comes after.</summary>
    public bool KeepsOrder { get; init; }

    public List<object?[]> Rows()
    {
        var byKey = new Dictionary<string, object?[]?[]>(StringComparer.Ordinal);
        for (var window = 0; window < answers.Count; window++)
        {
            foreach (var row in answers[window].Rows)
            {
                var key = KeyOf(row);
                if (!byKey.TryGetValue(key, out var beside))
                {
                    byKey[key] = beside = new object?[]?[answers.Count];
                }
                beside[window] = row;
            }
        }
        var ordered = (KeepsOrder ? byKey.Values : Sorted(byKey.Values)).ToList();
        var places = Parts.Places(ordered, schema, Share);
        return ordered.Select((row, at) => Aligned(row, places?[at])).ToList();
    }

    /// <summary>The whole range of each window beside the others; what tells rows apart is blank.</summary>
    public object?[] Totals() => Whole(answers.Select(window => window.Total).ToArray());

    /// <summary>A row that stands for many, of each window.</summary>
    public object?[] Whole(object?[]?[] beside)
    {
        var total = Aligned(beside, places: null);
        for (var i = 0; i < shown.Count; i++)
        {
            total[i] = schema.Types[shown[i]] == ColumnType.Text ? "" : null;
        }
        return total;
    }

    /// <summary>The measure that rows are sorted by; null for sales, or the first there is.</summary>
    public string? SortBy { get; init; }

    private int Weight => SortBy is not null ? schema.IndexOf(SortBy)
        : schema.IndexOf("sales_amount") is >= 0 and var sales ? sales : measures.Count > 0 ? measures[0] : -1;

    /// <summary>By bucket, then current sales (or the first measure) downward, then by code.</summary>
    private IEnumerable<object?[]?[]> Sorted(IEnumerable<object?[]?[]> rows)
    {
        var bucket = schema.IndexOf(BucketColumn);
        var weight = Weight;
        return rows
            .OrderBy(row => bucket < 0 ? null : (DateOnly?)Any(row)[bucket])
            .ThenByDescending(row => weight < 0 || row[0] is null ? null : CellText.Number(row[0]![weight]))
            .ThenBy(row => KeyOf(Any(row)), StringComparer.Ordinal);
    }

    /// <param name="beside">A row of each window.</param>
    /// <param name="places">Its place in each; null where it has none.</param>
    private object?[] Aligned(object?[]?[] beside, long?[]? places)
    {
        var cells = new List<object?>();
        var any = beside.Any(row => row is not null) ? Any(beside) : new object?[schema.Names.Count];
        cells.AddRange(shown.Select(i => any[i]));
        foreach (var i in measures)
        {
            cells.Add(beside[0]?[i]);
            if (schema.Names[i] == Share)
            {
                cells.Add(PartOf(beside, 0, i));
                cells.Add(places?[0]);
            }
        }
        for (var window = 1; window < beside.Length; window++)
        {
            foreach (var i in measures)
            {
                AddCompared(cells, schema.Types[i], beside[0]?[i], beside[window]?[i]);
                if (schema.Names[i] == Share)
                {
                    cells.Add(Comparison.Points(PartOf(beside, 0, i), PartOf(beside, window, i)));
                    cells.Add(Comparison.Pull(
                        CellText.Number(beside[0]?[i]), CellText.Number(beside[window]?[i]), TotalOf(window, i)));
                    cells.Add(places?[window] - places?[0]);
                }
            }
        }
        return [.. cells];
    }

    private decimal? TotalOf(int window, int measure) => CellText.Number(answers[window].Total?[measure]);

    private decimal? PartOf(object?[]?[] beside, int window, int measure) =>
        Comparison.Share(CellText.Number(beside[window]?[measure]), TotalOf(window, measure));

    private static void AddCompared(List<object?> cells, ColumnType type, object? current, object? given)
    {
        var (now, before) = (CellText.Number(current), CellText.Number(given));
        cells.Add(given);
        if (type == ColumnType.Rate)
        {
            cells.Add(Comparison.Points(now, before));
            return;
        }
        var change = Comparison.Change(now, before);
        cells.Add(type == ColumnType.Int && change is not null ? (long)change : change);
        cells.Add(Comparison.GrowthRate(now, before));
    }

    private ReportColumn Column(int i, Func<string, (Label Label, string Unit, bool IsAdditive)> labelOf)
    {
        var (label, unit, isAdditive) = labelOf(schema.Names[i]);
        return new(schema.Names[i], schema.Types[i], label, unit) { IsAdditive = isAdditive };
    }

    private IEnumerable<ReportColumn> CurrentColumns(ReportColumn measure)
    {
        yield return measure;
        if (measure.Name == Share)
        {
            yield return Parts.ShareColumn(measure);
            yield return Parts.RankColumn(measure);
        }
    }

    private IEnumerable<ReportColumn> WindowColumns(ReportColumn measure, Answers window)
    {
        var column = measure with { Measure = measure.Name, Window = window.Key };
        var rate = column with { Type = ColumnType.Rate, Unit = "fraction", IsAdditive = false };
        yield return Named(column, ColumnRole.Base, "", new("", ""), window);
        if (measure.Type == ColumnType.Rate)
        {
            yield return Named(column, ColumnRole.Points, "_points", new("增减（百分点）", "points on "), window);
            yield break;
        }
        yield return Named(column, ColumnRole.Change, "_change", new("增减", "change on "), window);
        yield return Named(rate, ColumnRole.GrowthRate, "_growth_rate", new("增长率", "growth on "), window);
        if (measure.Name == Share)
        {
            yield return Named(
                rate, ColumnRole.SharePoints, "_share_points", new("占比变化（百分点）", "share points on "), window);
            yield return Named(rate, ColumnRole.Pull, "_pull", new("拉动", "pull on "), window) with
            {
                IsAdditive = true,
            };
            yield return Named(
                rate with { Type = ColumnType.Int, Unit = "" }, ColumnRole.RankChange, "_rank_change",
                new("名次变化", "places up on "), window);
        }
    }

    private static ReportColumn Named(
        ReportColumn column, ColumnRole role, string infix, Label what, Answers window)
    {
        var english = char.ToLowerInvariant(window.Label.En[0]) + window.Label.En[1..];
        return column with
        {
            Name = $"{column.Name}{infix}_{window.Key}",
            Label = new($"{column.Label.Zh} {window.Label.Zh}{what.Zh}", $"{column.Label.En}, {what.En}{english}"),
            Role = role,
        };
    }

    private string KeyOf(object?[] row) =>
        string.Join('\u001f', keys.Select(i => Convert.ToString(row[i], CultureInfo.InvariantCulture)));

    private static object?[] Any(object?[]?[] beside) => beside.First(row => row is not null)!;

    private static bool IsNumber(ColumnType type) => type is ColumnType.Int or ColumnType.Decimal or ColumnType.Rate;
}
