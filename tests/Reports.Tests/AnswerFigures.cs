using System.Globalization;

namespace Analytics.Reports.Tests;

/// <summary>Figures and texts of an answer by the names of its columns.</summary>
internal static class AnswerFigures
{
    public static decimal Figure(this ReportResult result, object?[] row, string name) =>
        Convert.ToDecimal(row[result.At(name)], CultureInfo.InvariantCulture);

    public static string Text(this ReportResult result, object?[] row, string name) =>
        Convert.ToString(row[result.At(name)], CultureInfo.InvariantCulture)!;

    public static decimal Sum(this ReportResult result, string name) =>
        result.Rows.Sum(row => result.Figure(row, name));

    public static decimal Total(this ReportResult result, string name) => result.Figure(result.Totals!, name);

    /// <summary>The figures of the one row that bears a text.</summary>
    public static decimal[] FiguresOf(this ReportResult result, string key, string text, params string[] names)
    {
        var row = result.Rows.Should().ContainSingle(row => result.Text(row, key) == text).Subject;
        return [.. names.Select(name => result.Figure(row, name))];
    }

    private static int At(this ReportResult result, string name)
    {
        var at = result.Columns.ToList().FindIndex(column => column.Name == name);
        at.Should().BeGreaterThanOrEqualTo(0, "{0} is a column", name);
        return at;
    }
}
