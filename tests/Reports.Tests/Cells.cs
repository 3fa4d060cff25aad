using System.Globalization;

namespace Analytics.Reports.Tests;

/// <summary>Cells of an answer by the names of its columns.</summary>
internal static class Cells
{
    public static decimal Number(this ReportResult result, object?[] row, string name) =>
        Convert.ToDecimal(row[result.IndexOf(name)] ?? 0m, CultureInfo.InvariantCulture);

    public static string Text(this ReportResult result, object?[] row, params string[] names) => string.Join(
        '/', names.Select(name => Convert.ToString(row[result.IndexOf(name)], CultureInfo.InvariantCulture)));

    public static decimal Sum(this ReportResult result, string name) =>
        result.Rows.Sum(row => result.Number(row, name));

    /// <summary>The one row whose cell is that text.</summary>
    public static object?[] RowOf(this ReportResult result, string name, string text) =>
        result.Rows.Single(row => result.Text(row, name) == text);

    public static List<decimal> Numbers(this ReportResult result, object?[] row, params string[] names) =>
        names.Select(name => result.Number(row, name)).ToList();

    /// <summary>Figures by the texts that tell rows apart, without rows that are all zero.</summary>
    public static Dictionary<string, (decimal First, decimal Second)> Pairs(
        this ReportResult result, string[] keys, string first, string second) => result.Rows
        .Select(row => (Key: result.Text(row, keys), result.Number(row, first), result.Number(row, second)))
        .GroupBy(row => row.Key)
        .Select(rows => (rows.Key, Value: (rows.Sum(row => row.Item2), rows.Sum(row => row.Item3))))
        .Where(entry => entry.Value != (0m, 0m))
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The same keys with the same figures; of thousands of rows in a moment.</summary>
    public static void ShouldBe<T>(this IReadOnlyDictionary<string, T> shown, IReadOnlyDictionary<string, T> expected)
    {
        shown.Should().NotBeEmpty();
        shown.Except(expected).Should().BeEmpty("each row shown is expected");
        expected.Except(shown).Should().BeEmpty("each row expected is shown");
    }

    public static decimal Total(this ReportResult result, string name) => result.Number(result.Totals!, name);

    /// <summary>The figures of the one row that bears a text.</summary>
    public static decimal[] FiguresOf(this ReportResult result, string key, string text, params string[] names)
    {
        var row = result.Rows.Should().ContainSingle(row => result.Text(row, key) == text).Subject;
        return [.. names.Select(name => result.Number(row, name))];
    }

    private static int IndexOf(this ReportResult result, string name)
    {
        var at = result.Columns.ToList().FindIndex(column => column.Name == name);
        at.Should().BeGreaterThanOrEqualTo(0, name);
        return at;
    }
}
