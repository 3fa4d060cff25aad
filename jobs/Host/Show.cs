using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Host;

/// <summary>Numbers and moments as the terminal shows them.</summary>
internal static class Show
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment, BusinessDay day) => TimeZoneInfo.ConvertTime(moment, day.Zone)
        .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
