using System.Globalization;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Export;

namespace Analytics.Dashboard.Home;

/// <summary>The part of an answer that the page shows and the file holds: per measure the current range, then each
/// window's figure with its growth. The change in amount is left out, because it says what the two figures beside it
/// say.
/// </summary>
public sealed class TableView
{
    private TableView(ReportResult shown, IReadOnlyList<MeasureColumns> measures, int leadCount)
    {
        Shown = shown;
        Measures = measures;
        LeadCount = leadCount;
    }

    /// <summary>What a file of this view holds.</summary>
    public ReportResult Shown { get; }

    public IReadOnlyList<MeasureColumns> Measures { get; }

    /// <summary>How many columns name the row; they come first.</summary>
    public int LeadCount { get; }

    public static TableView Of(ReportResult answer)
    {
        var lead = Indexes(answer, column => column.Role == ColumnRole.Member);
        var order = new List<int>(lead);
        foreach (var current in Indexes(answer, column => column.Role == ColumnRole.Current))
        {
            var measure = answer.Columns[current].Measure;
            order.Add(current);
            foreach (var window in answer.Windows.Skip(1))
            {
                order.AddRange(Indexes(answer, column => column.Measure == measure && column.Window == window.Key
                    && column.Role is ColumnRole.Base or ColumnRole.GrowthRate or ColumnRole.Points));
            }
        }

        var shown = answer with
        {
            Columns = [.. order.Select(index => answer.Columns[index])],
            Rows = [.. answer.Rows.Select(row => Pick(row, order))],
            Totals = answer.Totals is null ? null : Pick(answer.Totals, order),
        };
        return new(shown, Grouped(shown, lead.Count), lead.Count);
    }

    /// <summary>The name of a row, and its code where that says more.</summary>
    public (string Name, string Code) Head(object?[] row)
    {
        var texts = row.Take(LeadCount).Select(CellText.Exact).ToList();
        return texts.Count switch
        {
            0 => ("", ""),
            1 => (texts[0], ""),
            _ when texts[1].Length == 0 || texts[0] == texts[1] => (texts[0], ""),
            _ => (texts[1], texts[0]),
        };
    }

    public string Figure(object?[] row, int index, CultureInfo culture)
    {
        var column = Shown.Columns[index];
        var value = Number(row, index);
        return column.Type == ColumnType.Rate ? Figures.Rate(value, culture)
            : column.Measure is { } measure && measure.EndsWith("_amount", StringComparison.Ordinal)
                ? Figures.Amount(value, culture)
                : Figures.Qty(value, culture);
    }

    public Movement Moved(object?[] row, int index, Frame frame) =>
        Shown.Columns[index].Role == ColumnRole.Points
            ? Figures.Points(Number(row, index), frame)
            : Figures.Growth(Number(row, index), frame.Culture);

    public static decimal? Number(object?[] row, int index) => CellText.Number(row[index]);

    private static List<MeasureColumns> Grouped(ReportResult shown, int leadCount)
    {
        var groups = new List<MeasureColumns>();
        for (var i = leadCount; i < shown.Columns.Count; i++)
        {
            if (shown.Columns[i].Role == ColumnRole.Current)
            {
                groups.Add(new(i, []));
            }
            else if (shown.Columns[i].Role == ColumnRole.Base)
            {
                var moves = i + 1 < shown.Columns.Count
                    && shown.Columns[i + 1].Role is ColumnRole.GrowthRate or ColumnRole.Points;
                groups[^1].Windows.Add(new(i, moves ? i + 1 : -1));
            }
        }

        return groups;
    }

    private static List<int> Indexes(ReportResult answer, Func<ReportColumn, bool> isWanted) =>
        [.. Enumerable.Range(0, answer.Columns.Count).Where(index => isWanted(answer.Columns[index]))];

    private static object?[] Pick(object?[] row, List<int> order) => [.. order.Select(index => row[index])];
}
