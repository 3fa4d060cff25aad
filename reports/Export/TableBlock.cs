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

    /// <summary>What identifies a row, and the measures of the current range.</summary>
    public static TableBlock Current(ReportResult result, CultureInfo culture)
    {
        var columns = Places(result, column => column.Window is null);
        return new(columns, [.. columns.Select(i => result.Columns[i].Label.In(culture))], []);
    }

    /// <summary>What identifies a row, and the measures against one window.</summary>
    public static TableBlock Beside(ReportResult result, WindowRange window, CultureInfo culture)
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

    private static string Head(ReportColumn column, CultureInfo culture) => column.Role switch
    {
        ColumnRole.Change => ChangeLabel.In(culture),
        ColumnRole.GrowthRate => GrowthLabel.In(culture),
        ColumnRole.Points => PointsLabel.In(culture),
        _ => BaseLabel.In(culture),
    };

    private static List<int> Places(ReportResult result, Func<ReportColumn, bool> isKept) =>
        [.. Enumerable.Range(0, result.Columns.Count).Where(i => isKept(result.Columns[i]))];
}
