using System.Globalization;

namespace Analytics.Ingest.Demo;

/// <summary>How busy a day is, apart from growth and chance: week, year, Spring Festival, National Day.</summary>
internal static class SalesCalendar
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly double[] RetailWeek = [1.16, 0.92, 0.90, 0.92, 0.95, 1.03, 1.22];
    private static readonly double[] WholesaleWeek = [0, 1.3, 1.2, 1.2, 1.2, 1.15, 0.35];
    private static readonly double[] RetailYear =
        [1.02, 0.96, 0.98, 0.97, 1.00, 1.01, 1.03, 1.01, 0.98, 1.00, 1.01, 1.05];

    // 初一 to 初七: shut, then hours and customers come back.
    private static readonly double[] FestivalDays = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75];

    /// <summary>Days from the nearest Spring Festival (春节): 0 is 初一, −1 is 除夕.</summary>
    public static int FromSpringFestival(DateOnly date)
    {
        var year = date.Month >= 10 ? date.Year + 1 : date.Year;
        return date.DayNumber - SpringFestival(year).DayNumber;
    }

    public static DateOnly SpringFestival(int year) =>
        DateOnly.FromDateTime(Lunar.ToDateTime(year, 1, 1, 0, 0, 0, 0));

    public static double Retail(DateOnly date)
    {
        var festival = FromSpringFestival(date);
        if (festival is >= 0 and < 7)
        {
            return FestivalDays[festival];
        }

        var runUp = festival switch
        {
            >= -24 and <= -8 => 1.05 + (0.45 * (festival + 24) / 16),
            >= -7 and <= -2 => 1.70,
            -1 => 0.90,
            >= 7 and <= 15 => 0.90,
            _ => 1.0,
        };
        var holiday = date is { Month: 10, Day: <= 7 } ? 1.12 : 1.0;
        return RetailWeek[(int)date.DayOfWeek] * RetailYear[date.Month - 1] * runUp * holiday;
    }

    /// <summary>Offices: no Sundays, no holidays, a rush of orders before Spring Festival.</summary>
    public static double Wholesale(DateOnly date)
    {
        var festival = FromSpringFestival(date);
        var runUp = festival switch
        {
            >= -35 and <= -6 => 1.6,
            >= -3 and <= 8 => 0.0,
            >= 9 and <= 20 => 0.7,
            _ => 1.0,
        };
        var isHoliday = date is { Month: 10, Day: <= 4 } or { Month: 5, Day: <= 3 };
        return isHoliday ? 0 : WholesaleWeek[(int)date.DayOfWeek] * runUp;
    }

    /// <summary>Whether suppliers deliver.</summary>
    public static bool Delivers(DateOnly date) => FromSpringFestival(date) is < -2 or > 7;

    /// <summary>How much more or less than usual a category sells on a day.</summary>
    public static double Seasonal(Season season, DateOnly date) => season switch
    {
        Season.Cold => 1 + (0.55 * Wave(date, 15)) + (date.Month is 12 or 1 && date.Day is > 8 and < 26 ? 0.5 : 0),
        Season.Summer => 1 + (0.75 * Wave(date, 200)),
        Season.Winter => 1 + (0.60 * Wave(date, 5)),
        Season.Spring => 1 + (0.45 * Wave(date, 105)),
        Season.Gift => Gift(date),
        _ => 1,
    };

    private static double Gift(DateOnly date)
    {
        var toAutumn = date.DayNumber - MidAutumn(date.Year).DayNumber;
        return FromSpringFestival(date) is >= -25 and <= -1 ? 2.4 : toAutumn is >= -14 and <= 0 ? 1.7 : 0.85;
    }

    private static DateOnly MidAutumn(int year)
    {
        // The eighth month is the ninth of the year when a leap month comes before it.
        var leap = Lunar.GetLeapMonth(year);
        var month = leap is > 0 and <= 8 ? 9 : 8;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, month, 15, 0, 0, 0, 0));
    }

    /// <summary>1 on the day of the year given, −1 half a year off.</summary>
    private static double Wave(DateOnly date, int peak) => Math.Cos((date.DayOfYear - peak) * (2 * Math.PI / 365.25));
}
