using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>Columns of an answer that stand beside one another on a terminal. A comparison has some forty: the current
/// figures are one block, and each window is a block below it, so that a line stays readable.</summary>
/// <param name="Columns">Places in the answer.</param>
/// <param name="Heads">One a column.</param>
/// <param name="Groups">Titles above the heads: from which column of the block, over how many.</param>
internal sealed record TableBlock(
    IReadOnlyList<int> Columns,
    IReadOnlyList<string> Heads,
    IReadOnlyList<(string Title, int From, int Count)> Groups)
{
    private static readonly Label BaseLabel = new("基期", "Base");
    private static readonly Label ChangeLabel = new("增减", "Change");
    private static readonly Label GrowthLabel = new("增长率", "Growth");
    private static readonly Label PointsLabel = new("百分点", "Points");
    private static readonly Label SharePointsLabel = new("占比变化", "Share");
    private static readonly Label PullLabel = new("拉动", "Pull");
    private static readonly Label RankChangeLabel = new("名次变化", "Places up");

    /// <summary>The current figures, then a block for each window the answer is compared with.</summary>
    public static IReadOnlyList<TableBlock> All(ReportResult result, CultureInfo culture) =>
    [
        Current(result, culture),
        .. result.Windows.Where(window => result.Columns.Any(column => column.Window == window.Key))
            .Select(window => Beside(result, window, culture)),
    ];

    /// <summary>All columns beside one another, for a sheet: those of a window, or of a member across, under its title.
    /// </summary>
    public static TableBlock Seen(ReportResult result, CultureInfo culture)
    {
        var titles = result.Columns.Select(column => TitleOf(result, column, culture)).ToList();
        var groups = new List<(string Title, int From, int Count)>();
        for (var at = 0; at < titles.Count && titles.Exists(title => title.Length > 0); at++)
        {
            if (groups.Count > 0 && groups[^1].Title == titles[at])
            {
                groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            }
            else
            {
                groups.Add((titles[at], at, 1));
            }
        }

        var heads = result.Columns.Select(column => HeadUnder(result, column, culture));
        return new([.. Enumerable.Range(0, titles.Count)], [.. heads], groups);
    }

    /// <summary>Whether a row that stands for many has room for its name, and none.</summary>
    public bool IsUnnamed(ReportResult result, object?[] row) =>
        result.Columns[Columns[0]] is { Type: ColumnType.Text, Role: ColumnRole.Member }
        && !Columns.Any(at => result.Columns[at].Role == ColumnRole.Member && row[at] is string { Length: > 0 });

    /// <summary>Some of the columns, by their places in the block.</summary>
    public TableBlock Part(IReadOnlyList<int> places)
    {
        var groups = Groups.Select(group => (
                group.Title, Kept: places.Select((place, at) => (place, at))
                    .Where(one => one.place >= group.From && one.place < group.From + group.Count).ToList()))
            .Where(group => group.Kept.Count > 0)
            .Select(group => (group.Title, group.Kept[0].at, group.Kept.Count));
        return new([.. places.Select(place => Columns[place])], [.. places.Select(place => Heads[place])], [.. groups]);
    }

    /// <summary>What identifies a row, and the measures of the current range.</summary>
    private static TableBlock Current(ReportResult result, CultureInfo culture)
    {
        var columns = Places(result, column => column.Window is null);
        return new(columns, [.. columns.Select(i => result.Columns[i].Label.In(culture))], []);
    }

    /// <summary>What identifies a row, and the measures against one window.</summary>
    private static TableBlock Beside(ReportResult result, WindowRange window, CultureInfo culture)
    {
        var members = Places(result, column => column.Window is null && column.Role == ColumnRole.Member);
        var beside = Places(result, column => column.Window == window.Key);
        var heads = members.Select(i => result.Columns[i].Label.In(culture))
            .Concat(beside.Select(i => Head(result.Columns[i], culture)));
        var groups = new List<(string Title, int From, int Count)>();
        if (members.Count > 0)
        {
            groups.Add((window.Label.In(culture), 0, members.Count));
        }

        foreach (var measure in beside.GroupBy(i => result.Columns[i].Measure))
        {
            var from = groups.Count == 0 ? 0 : groups[^1].From + groups[^1].Count;
            var title = result.Columns.FirstOrDefault(column => column.Window is null && column.Name == measure.Key);
            groups.Add((title?.Label.In(culture) ?? measure.Key ?? "", from, measure.Count()));
        }

        return new([.. members, .. beside], [.. heads], groups);
    }

    private static string TitleOf(ReportResult result, ReportColumn column, CultureInfo culture)
    {
        var isCompared = result.Columns.Any(one => one.Window is not null);
        var window = result.Windows.FirstOrDefault(one => one.Key == (column.Window ?? "current"));
        return column.Group?.In(culture)
            ?? (isCompared && column.Role != ColumnRole.Member ? window?.Label.In(culture) ?? "" : "");
    }

    private static string HeadUnder(ReportResult result, ReportColumn column, CultureInfo culture)
    {
        var measure = result.Columns.FirstOrDefault(
            one => one.Window is null && one.Group is null && one.Name == column.Measure);
        if ((column.Window is null && column.Group is null) || measure is null)
        {
            return column.Label.In(culture);
        }

        return measure.Label.In(culture)
            + (column.Role is ColumnRole.Base or ColumnRole.Current ? "" : " " + Head(column, culture));
    }

    private static string Head(ReportColumn column, CultureInfo culture) => column.Role switch
    {
        ColumnRole.Change => ChangeLabel.In(culture),
        ColumnRole.GrowthRate => GrowthLabel.In(culture),
        ColumnRole.Points => PointsLabel.In(culture),
        ColumnRole.SharePoints => SharePointsLabel.In(culture),
        ColumnRole.Pull => PullLabel.In(culture),
        ColumnRole.RankChange => RankChangeLabel.In(culture),
        _ => BaseLabel.In(culture),
    };

    private static List<int> Places(ReportResult result, Func<ReportColumn, bool> isKept) =>
        [.. Enumerable.Range(0, result.Columns.Count).Where(i => isKept(result.Columns[i]))];
}
