using System.Globalization;

namespace Analytics.Reports.Explore;

/// <summary>Puts the members of one dimension beside each other: for each member all columns of figures that the answer
/// has, those of windows too, before the columns that hold all members.</summary>
internal sealed class CrossTable
{
    public const int MostAcross = 60;

    private readonly ExploreQuery query;
    private readonly Dictionary<string, object?[]> cells = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> members = new(StringComparer.Ordinal);
    private List<ReportColumn> figures = [];

    public CrossTable(ExploreQuery query) => this.query = query;

    public int MemberCount => members.Count;

    /// <summary>Takes the answer by the leading dimensions of the rows and by the one across.</summary>
    /// <param name="level">How many dimensions of the rows it tells; −1 for those that the top leaves out.</param>
    public void Take(ReportResult found, int level)
    {
        var told = Math.Max(level, 0);
        var bucket = ExploreTree.IndexOf(found, "bucket");
        var code = ExploreTree.IndexOf(found, query.Across + "_code");
        var name = ExploreTree.IndexOf(found, query.Across + "_name");
        figures = found.Columns.Where(column => column.Measure is not null).ToList();
        var places = figures.ConvertAll(figure => ExploreTree.IndexOf(found, figure.Name));
        foreach (var row in found.Rows)
        {
            members[(string?)row[code] ?? ""] = (string?)row[name] ?? "";
            cells[Key(level, bucket < 0 ? null : row[bucket], row, told, (string?)row[code] ?? "")] =
                [.. places.Select(place => row[place])];
        }
    }

    /// <summary>The table with a column for each member and measure.</summary>
    public ReportResult Result(ReportResult table)
    {
        var keys = table.Columns.TakeWhile(column => column.Measure is null).Count();
        var across = members.SelectMany(member => figures.Select(figure => Column(figure, member.Key, member.Value)));
        var rows = table.Rows.Select((row, i) => Wide(
            row, keys, table.Levels![i] == 0 && query.By.Count > 0 ? -1 : table.Levels[i], BucketOf(table, row)));
        return table with
        {
            Columns = [.. table.Columns.Take(keys), .. across, .. table.Columns.Skip(keys)],
            Rows = rows.ToList(),
            Totals = table.Totals is { } totals ? Wide(totals, keys, 0, null) : null,
        };
    }

    private object?[] Wide(object?[] row, int keys, int level, object? bucket)
    {
        var told = Math.Max(level, 0);
        var across = members.Keys.SelectMany(member =>
            cells.GetValueOrDefault(Key(level, bucket, row, told, member)) ?? new object?[figures.Count]);
        return [.. row.Take(keys), .. across, .. row.Skip(keys)];
    }

    private static ReportColumn Column(ReportColumn figure, string code, string name)
    {
        var shown = name.Length > 0 ? name : code.Length > 0 ? code : "—";
        return figure with
        {
            Name = $"{figure.Name}__{code}",
            Label = new($"{shown} {figure.Label.Zh}", $"{shown} {figure.Label.En}"),
            Group = new(shown, shown),
        };
    }

    private static object? BucketOf(ReportResult table, object?[] row) =>
        ExploreTree.IndexOf(table, "bucket") is >= 0 and var at ? row[at] : null;

    private static string Key(int level, object? bucket, object?[] row, int told, string member) => string.Join(
        '\u001f',
        [
            level.ToString(CultureInfo.InvariantCulture),
            Convert.ToString(bucket, CultureInfo.InvariantCulture)!,
            .. Enumerable.Range(0, told).Select(i => (string?)row[i * 2] ?? ""),
            member,
        ]);
}
