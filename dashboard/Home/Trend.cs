using System.Globalization;
using System.Text.Json;
using Analytics.Reports;

namespace Analytics.Dashboard.Home;

/// <summary>One measure day by day, against the same days of last year.</summary>
public sealed record Trend
{
    public required IReadOnlyList<DateOnly> Dates { get; init; }

    public required IReadOnlyList<decimal?> Values { get; init; }

    public required IReadOnlyList<decimal?> Base { get; init; }

    /// <summary>Over the whole range, as the report says it.</summary>
    public required decimal Total { get; init; }

    public required decimal? Growth { get; init; }

    public static Trend Of(ReportResult answer, string measure)
    {
        var columns = answer.Columns.Select((column, index) => (column, index)).ToList();
        int Index(ColumnRole role) => columns.Where(pair => pair.column.Role == role && pair.column.Measure == measure)
            .Select(pair => pair.index).FirstOrDefault(-1);
        var (bucket, now, then, growth) = (
            columns.First(pair => pair.column.Type == ColumnType.Date).index,
            Index(ColumnRole.Current), Index(ColumnRole.Base), Index(ColumnRole.GrowthRate));
        var totals = answer.Totals ?? new object?[answer.Columns.Count];
        return new()
        {
            Dates = [.. answer.Rows.Select(row => (DateOnly)row[bucket]!)],
            Values = [.. answer.Rows.Select(row => TableView.Number(row, now))],
            Base = [.. answer.Rows.Select(row => then < 0 ? null : TableView.Number(row, then))],
            Total = TableView.Number(totals, now) ?? 0,
            Growth = growth < 0 ? null : TableView.Number(totals, growth),
        };
    }

    /// <summary>What the chart's script reads.</summary>
    public string Json(string nowLabel, string thenLabel) => JsonSerializer.Serialize(new
    {
        dates = Dates.Select(date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        series = new[]
        {
            new { name = nowLabel, values = Values },
            new { name = thenLabel, values = Base },
        },
    });

    /// <summary>A line of the values as SVG points in a box, for readers without scripts.</summary>
    public string Points(IReadOnlyList<decimal?> values, int width, int height)
    {
        var top = Math.Max(1, Values.Concat(Base).Max() ?? 1);
        var step = values.Count > 1 ? (decimal)width / (values.Count - 1) : 0;
        return string.Join(' ', values.Select((value, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"{index * step:0.#},{height - (Math.Max(0, value ?? 0) / top * height):0.#}")));
    }
}
