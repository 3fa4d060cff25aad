using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Explore;

/// <summary>The rows of an answer in the order of a tree: members by their figure, each followed by its own, a subtotal
/// after them.</summary>
internal sealed class ExploreTree
{
    private static readonly Label SubtotalLabel = new("小计", "Subtotal");

    private readonly ExploreQuery query;
    private readonly ReportResult main;
    private readonly List<ReportResult> levels = [];
    private readonly int depth;
    private readonly int bucketAt;
    private readonly string sortBy;
    private readonly bool isAscending;
    private ReportResult? others;
    private string othersName = "";
    private object?[]? totals;

    public ExploreTree(ExploreQuery query, ReportResult main)
    {
        this.query = query;
        this.main = main;
        depth = query.By.Count;
        bucketAt = IndexOf(main, "bucket");
        sortBy = query.Sort?.Column ?? query.Measures[0];
        isAscending = query.Sort?.IsAscending ?? false;
        totals = main.Totals;
    }

    /// <summary>What the outer dimensions alone come to; decides the order of their members.</summary>
    /// <remarks>From the outermost inwards.</remarks>
    public void AddLevel(ReportResult level) => levels.Add(level);

    public void AddOthers(ReportResult rest, string name) => (others, othersName) = (rest, name);

    public void SetTotals(ReportResult total) => totals = Moved(total, total.Totals, 0, "");

    public ReportResult Result()
    {
        var rows = new List<object?[]>();
        var told = new List<int>();
        var ranks = levels.Select(RankOf).ToList();
        var sorted = main.Rows.Where(row => query.Having.All(having => having.Holds(Number(main, row, having.Column))))
            .Order(Comparer<object?[]>.Create((left, right) => Compare(left, right, ranks))).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            rows.Add(sorted[i]);
            told.Add(depth);
            var next = i + 1 < sorted.Count ? sorted[i + 1] : null;
            for (var level = depth - 1; level > 0 && query.HasSubtotals && !IsSame(sorted[i], next, level); level--)
            {
                rows.Add(ranks[level - 1].RowOf[KeyOf(sorted[i], level)]);
                told.Add(level);
            }
            if (others is not null && (next is null || !Equals(Bucket(sorted[i]), Bucket(next))))
            {
                AddRest(rows, told, Bucket(sorted[i]));
            }
        }
        return main with { Rows = rows, Levels = told, Totals = totals };
    }

    private void AddRest(List<object?[]> rows, List<int> told, object? bucket)
    {
        var at = IndexOf(others!, "bucket");
        foreach (var row in others!.Rows.Where(row => at < 0 || Equals(row[at], bucket)))
        {
            rows.Add(Moved(others, row, 0, othersName)!);
            told.Add(0);
        }
    }

    /// <summary>Figures of the outer members by key, and the row each becomes here.</summary>
    private Rank RankOf(ReportResult level, int index)
    {
        var (figures, rowOf) = (new Dictionary<string, decimal?>(), new Dictionary<string, object?[]>());
        var at = IndexOf(level, "bucket");
        foreach (var row in level.Rows)
        {
            var key = Key(at < 0 ? null : row[at], row, index + 1);
            figures[key] = Number(level, row, sortBy);
            rowOf[key] = Moved(level, row, index + 1, SubtotalLabel.In(query.Culture))!;
        }
        return new(figures, rowOf);
    }

    /// <summary>A row of another answer under this one's columns; the first dimension it does not tell bears a name.
    /// </summary>
    private object?[]? Moved(ReportResult from, object?[]? row, int told, string name)
    {
        if (row is null)
        {
            return null;
        }
        var moved = new object?[main.Columns.Count];
        for (var i = 0; i < moved.Length; i++)
        {
            var at = IndexOf(from, main.Columns[i].Name);
            moved[i] = at >= 0 ? row[at] : i < depth * 2 ? "" : null;
        }
        if (told < depth && depth > 0)
        {
            moved[(told * 2) + 1] = name;
        }
        return moved;
    }

    private int Compare(object?[] left, object?[] right, List<Rank> ranks)
    {
        var order = Comparer<object?>.Default.Compare(Bucket(left), Bucket(right));
        for (var level = 1; order == 0 && level <= depth; level++)
        {
            order = level < depth && level <= ranks.Count
                ? CompareFigures(
                    ranks[level - 1].Figures.GetValueOrDefault(KeyOf(left, level)),
                    ranks[level - 1].Figures.GetValueOrDefault(KeyOf(right, level)))
                : CompareFigures(Number(main, left, sortBy), Number(main, right, sortBy));
            order = order != 0 ? order
                : string.CompareOrdinal((string?)left[(level - 1) * 2], (string?)right[(level - 1) * 2]);
        }
        return order;
    }

    /// <summary>Blanks are last.</summary>
    private int CompareFigures(decimal? left, decimal? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => isAscending ? left.Value.CompareTo(right.Value) : right.Value.CompareTo(left.Value),
    };

    private bool IsSame(object?[] row, object?[]? next, int level) =>
        next is not null && KeyOf(row, level) == KeyOf(next, level);

    private string KeyOf(object?[] row, int level) => Key(Bucket(row), row, level);

    private static string Key(object? bucket, object?[] row, int level) => string.Join(
        '\u001f',
        Enumerable.Range(0, level).Select(i => (string?)row[i * 2])
            .Prepend(Convert.ToString(bucket, CultureInfo.InvariantCulture)));

    private object? Bucket(object?[] row) => bucketAt < 0 ? null : row[bucketAt];

    internal static int IndexOf(ReportResult result, string column)
    {
        for (var i = 0; i < result.Columns.Count; i++)
        {
            if (result.Columns[i].Name == column)
            {
                return i;
            }
        }
        return -1;
    }

    private static decimal? Number(ReportResult result, object?[] row, string column) =>
        row[IndexOf(result, column)] switch
        {
            decimal number => number,
            long number => number,
            _ => null,
        };

    private sealed record Rank(Dictionary<string, decimal?> Figures, Dictionary<string, object?[]> RowOf);
}
