using System.Globalization;

namespace Analytics.Ingest.Calendar;

/// <summary>A month of the Chinese lunar calendar (农历月); a leap month bears the number of the one before.</summary>
internal sealed record LunarMonth(DateOnly First, DateOnly Last, int Year, int Number, bool IsLeap)
{
    // The calendar's tables: from 1901 to 2100.
    private const int FirstYear = 1901;
    private const int LastYear = 2100;

    /// <summary>All that are known, in order.</summary>
    public static IReadOnlyList<LunarMonth> All { get; } = [.. Enumerate(new ChineseLunisolarCalendar())];

    private static IEnumerable<LunarMonth> Enumerate(ChineseLunisolarCalendar lunar)
    {
        for (var year = FirstYear; year <= LastYear; year++)
        {
            var leap = lunar.GetLeapMonth(year);
            for (var month = 1; month <= lunar.GetMonthsInYear(year); month++)
            {
                var first = DateOnly.FromDateTime(lunar.ToDateTime(year, month, 1, 0, 0, 0, 0));
                var last = first.AddDays(lunar.GetDaysInMonth(year, month) - 1);
                yield return new(first, last, year, leap > 0 && month >= leap ? month - 1 : month, month == leap);
            }
        }
    }
}
