using System.Globalization;

namespace Analytics.Reports.Compare;

/// <summary>Days counted from Spring Festival (春节), within which trade follows the lunar calendar.</summary>
internal static class SpringFestival
{
    public const int DaysBefore = 30;
    public const int DaysAfter = 15;
    public const int Days = DaysBefore + 1 + DaysAfter;

    // The calendar's table ends in 2100; before 1902 there is no base year to compare with.
    private const int FirstYear = 1902;
    private const int LastYear = 2100;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static DateOnly Of(int year) => DateOnly.FromDateTime(Lunar.ToDateTime(year, 1, 1, 0, 0, 0, 0));

    /// <summary>By how many days the same lunar day lay earlier a year before; null outside the festival's
    /// days.</summary>
    public static int? DaysToLastYear(DateOnly date)
    {
        foreach (var year in (int[])[date.Year, date.Year + 1])
        {
            if (year is < FirstYear or > LastYear)
            {
                continue;
            }
            var offset = date.DayNumber - Of(year).DayNumber;
            if (offset is >= -DaysBefore and <= DaysAfter)
            {
                return Of(year).DayNumber - Of(year - 1).DayNumber;
            }
        }
        return null;
    }
}
