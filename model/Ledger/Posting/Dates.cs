using System.Globalization;

namespace Analytics.Ledger.Posting;

/// <summary>Dates as the book keeps them: yyyymmdd.</summary>
internal static class Dates
{
    public static long Number(DateOnly date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;

    public static DateOnly Date(long number) =>
        new((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));

    /// <summary>Whether the book takes the date: 1901 to 2100.</summary>
    public static bool IsInRange(DateOnly date) => date.Year is >= 1901 and <= 2100;

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
