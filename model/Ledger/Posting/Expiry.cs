using System.Globalization;

namespace Analytics.Ledger.Posting;

/// <summary>The expiry (有效期至) of a batch.</summary>
/// <param name="LastDay">The last day of use, yyyymmdd; −1 where it has none.</param>
/// <param name="Precision">"day" or "month", as it was stated; empty where it has none.</param>
internal readonly record struct Expiry(long LastDay, string Precision)
{
    public static readonly Expiry None = new(Posting.None.Id, "");

    /// <summary>yyyy-MM-dd: to that day. yyyy-MM: to the month's last day. Null where it is neither or outside the
    /// book's years; <see cref="None"/> for an empty text.</summary>
    public static Expiry? Parse(string text)
    {
        if (text.Length == 0)
        {
            return None;
        }

        if (Exact(text, "yyyy-MM") is { } month)
        {
            return new Expiry(Dates.Number(month.AddMonths(1).AddDays(-1)), "month");
        }

        return Exact(text, "yyyy-MM-dd") is { } day ? new Expiry(Dates.Number(day), "day") : null;
    }

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && Dates.IsInRange(date)
            ? date
            : null;
}
