using System.Collections;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>Values as text: exact for machines, rounded for people.</summary>
public static class CellText
{
    private static readonly Label Yes = new("是", "Yes");
    private static readonly Label No = new("否", "No");

    /// <summary>A date as 2026-03-01.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a cell counts; null where it holds no number.</summary>
    public static decimal? Number(object? value) => value switch
    {
        decimal number => number,
        long number => number,
        _ => null,
    };

    /// <summary>The whole value in one form for every culture; empty for null.</summary>
    public static string Exact(object? value) => value switch
    {
        null => "",
        DateOnly date => Iso(date),
        bool flag => flag ? "true" : "false",
        string text => text,
        IEnumerable list => string.Join(',', list.Cast<object?>().Select(Exact)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The whole value, and an apostrophe before a text that a spreadsheet would run as a formula. Numbers get
    /// none: −5 is −5.</summary>
    public static string Neutral(object? value) =>
        value is string text && LooksLikeFormula(text) ? "'" + text : Exact(value);

    /// <summary>Whether a spreadsheet in which the text is opened or edited would run it.</summary>
    public static bool LooksLikeFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }

    /// <summary>The word for a flag.</summary>
    internal static Label Said(bool flag) => flag ? Yes : No;

    /// <summary>The word for a value that is a code; any other value as it is.</summary>
    public static object? Worded(object? value, ReportColumn column, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(column);
        return value is string code && column.Codes is { } codes && codes.TryGetValue(code, out var word)
            ? word.In(culture) : value;
    }

    /// <summary>As a person reads it: amounts with two decimals, rates in percent, points with their sign, words for
    /// codes.</summary>
    public static string Shown(object? value, ReportColumn column, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(column);
        return value switch
        {
            decimal points when column.Role is ColumnRole.Points or ColumnRole.SharePoints or ColumnRole.Pull =>
                (points * 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture),
            decimal rate when column.Type == ColumnType.Rate =>
                (rate * 100).ToString("0.0'%'", CultureInfo.InvariantCulture),
            decimal qty when !XlsxFormats.IsMoney(column) =>
                qty.ToString("#,##0.####", CultureInfo.InvariantCulture),
            decimal amount => amount.ToString("#,##0.00", CultureInfo.InvariantCulture),
            long places when column.Role == ColumnRole.RankChange =>
                places.ToString("+0;-0;0", CultureInfo.InvariantCulture),
            bool flag => Said(flag).In(culture),
            long count => count.ToString("#,##0", CultureInfo.InvariantCulture),
            _ => Exact(Worded(value, column, culture)),
        };
    }
}
