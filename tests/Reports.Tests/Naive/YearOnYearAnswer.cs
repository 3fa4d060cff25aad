using Analytics.Fixtures;

namespace Analytics.Reports.Tests.Naive;

/// <summary>Holds an answer of the report against <see cref="NaiveYearOnYear"/>, cell by cell.</summary>
internal static class YearOnYearAnswer
{
    public static void AssertEquals(ReportResult result, YearOnYearCase example, IReadOnlyList<SampleSale> sales)
    {
        string[] windows = ["current", .. result.Windows.Skip(1).Select(window => window.Key)];
        var byWindow = windows.ToDictionary(
            key => key, key => NaiveYearOnYear.Sum(sales, example.By, example.Buckets(key)));
        var keys = byWindow.Values.SelectMany(answer => answer.Keys).ToHashSet();
        result.Rows.Should().HaveCount(keys.Count);
        foreach (var cells in result.Rows.Select(row => Cells(result, row)))
        {
            var bucket = cells.TryGetValue("bucket", out var date) ? (DateOnly)date! : example.Period.Range.From;
            var key = ((string)cells["by_code"]!, bucket);
            keys.Remove(key).Should().BeTrue();
            AssertRow(cells, windows, window => byWindow[window].GetValueOrDefault(key));
        }
        var totals = windows.ToDictionary(key => key, key => NaiveYearOnYear.Sum(sales, "none", example.Whole(key)));
        AssertRow(Cells(result, result.Totals!), windows, window => totals[window].Values.SingleOrDefault());
    }

    private static void AssertRow(
        Dictionary<string, object?> cells, string[] windows, Func<string, NaiveFigures?> figuresOf)
    {
        var current = figuresOf("current");
        AssertSame(cells["sales_qty"], current?.Qty);
        AssertSame(cells["sales_amount"], current?.Amount);
        AssertSame(cells["margin_amount"], current?.Margin);
        AssertRate(cells["margin_rate"], current?.MarginRate);
        foreach (var window in windows.Skip(1))
        {
            var given = figuresOf(window);
            AssertSame(cells[$"sales_qty_{window}"], given?.Qty);
            AssertRate(cells[$"margin_rate_{window}"], given?.MarginRate);
            AssertRate(cells[$"margin_rate_points_{window}"], current?.MarginRate - given?.MarginRate);
            AssertCompared(cells, "sales_amount", window, current?.Amount, given?.Amount);
            AssertCompared(cells, "margin_amount", window, current?.Margin, given?.Margin);
        }
    }

    private static void AssertCompared(
        Dictionary<string, object?> cells, string measure, string window, decimal? current, decimal? given)
    {
        AssertSame(cells[$"{measure}_{window}"], given);
        AssertSame(cells[$"{measure}_change_{window}"], given is null ? null : (current ?? 0) - given);
        decimal? growth = given > 0 ? ((current ?? 0) - given) / given : null;
        AssertSame(
            cells[$"{measure}_growth_rate_{window}"],
            growth is null ? null : decimal.Round(growth.Value, 10, MidpointRounding.AwayFromZero));
    }

    /// <summary>The engine divides in doubles, which may fall on the other side of a half of the last
    /// decimal.</summary>
    private static void AssertRate(object? cell, decimal? expected)
    {
        if (cell is not decimal rate || expected is null || Math.Abs(rate - expected.Value) > 0.000_000_000_2m)
        {
            AssertSame(cell, expected);
        }
    }

    private static void AssertSame(object? cell, decimal? expected)
    {
        if (cell as decimal? != expected)
        {
            Assert.Fail($"{cell} is not {expected}");
        }
    }

    public static Dictionary<string, object?> Cells(ReportResult result, object?[] row) =>
        result.Columns.Zip(row).ToDictionary(pair => pair.First.Name, pair => pair.Second);

    public static IEnumerable<string> Texts(ReportResult result) =>
        result.Rows.Append(result.Totals!).Select(row => string.Join('|', row));
}
