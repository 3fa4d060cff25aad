using System.Globalization;
using Analytics.Dashboard.Web;
using Analytics.Reports;

namespace Analytics.Dashboard.Home;

/// <summary>Turns the answer of a period without dimension, one row of totals, into a tile.</summary>
internal static class TileMaker
{
    private static readonly string[] Measures = ["sales_amount", "sales_qty", "margin_amount", "margin_rate"];

    public static Tile Make(string period, ReportResult answer, HomeQuestion question)
    {
        var frame = question.Frame;
        var row = answer.Totals ?? (answer.Rows.Count > 0 ? answer.Rows[0] : new object?[answer.Columns.Count]);
        return new(
            period,
            Choices.Say(frame, period),
            Range(answer, frame),
            (question.State with { Period = period }).Url("/") + "#detail",
            [.. Measures.Where(measure => Index(answer, measure, ColumnRole.Current, null) >= 0)
                .Select(measure => Figure(measure, answer, row, frame))]);
    }

    /// <summary>The days, and up to which minute the last of them counts, on both sides of a comparison.</summary>
    private static string Range(ReportResult answer, Frame frame) => answer.Windows is [var now, ..]
        ? Days(now, frame.Culture) + (now.CutLabel is { } cut ? " " + frame.Say(cut) : "")
        : "";

    /// <summary>First to last day, the year only once.</summary>
    public static string Days(WindowRange range, CultureInfo culture)
    {
        var from = range.From.ToString("yyyy-MM-dd", culture);
        return range.From == range.To
            ? from
            : from + " – " + range.To.ToString(range.From.Year == range.To.Year ? "MM-dd" : "yyyy-MM-dd", culture);
    }

    private static TileFigure Figure(string measure, ReportResult answer, object?[] row, Frame frame)
    {
        var column = answer.Columns[Index(answer, measure, ColumnRole.Current, null)];
        var value = Value(answer, row, measure, ColumnRole.Current, null);
        var isRate = column.Type == ColumnType.Rate;
        var (number, unit) = isRate
            ? (Figures.Rate(value, frame.Culture), "")
            : Figures.Short(value ?? 0, IsMoney(column), frame);
        return new(
            measure, frame.Say(column.Label), number, unit, Whole(value, column, frame.Culture), value < 0,
            [.. answer.Windows.Skip(1).Select(window => new TileComparison(
                frame.Say(window.Label),
                isRate
                    ? Figures.Points(Value(answer, row, measure, ColumnRole.Points, window.Key), frame)
                    : Figures.Growth(Value(answer, row, measure, ColumnRole.GrowthRate, window.Key), frame.Culture),
                Whole(Value(answer, row, measure, ColumnRole.Base, window.Key), column, frame.Culture)))]);
    }

    private static bool IsMoney(ReportColumn column) => column.Name.EndsWith("_amount", StringComparison.Ordinal);

    private static string Whole(decimal? value, ReportColumn column, CultureInfo culture) => column.Type switch
    {
        ColumnType.Rate => Figures.Rate(value, culture),
        _ when value == 0 => "0",
        _ when IsMoney(column) => Figures.Amount(value, culture),
        _ => Figures.Qty(value, culture),
    };

    private static decimal? Value(
        ReportResult answer, object?[] row, string measure, ColumnRole role, string? window)
    {
        var index = Index(answer, measure, role, window);
        return index < 0 || row[index] is null ? null : Convert.ToDecimal(row[index], CultureInfo.InvariantCulture);
    }

    private static int Index(ReportResult answer, string measure, ColumnRole role, string? window)
    {
        for (var i = 0; i < answer.Columns.Count; i++)
        {
            var column = answer.Columns[i];
            if (column.Role == role && column.Measure == measure && column.Window == window)
            {
                return i;
            }
        }

        return -1;
    }
}
