using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>The days of the company: three years up to now, day 0 the first.</summary>
internal sealed class Life
{
    private const int Years = 3;

    private readonly BusinessDay businessDay;

    public Life(DateTimeOffset now, BusinessDay businessDay)
    {
        this.businessDay = businessDay;
        var wall = TimeZoneInfo.ConvertTime(now, businessDay.Zone).DateTime;
        Last = businessDay.Of(now).Date;
        // Whole minutes, so that two runs within a minute are the same run. A day cut over late has more than 24 hours.
        LastSecond = (int)(wall - Last.ToDateTime(TimeOnly.MinValue)).TotalMinutes * 60;
        First = Last.AddYears(-Years);
        Days = Last.DayNumber - First.DayNumber + 1;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>How many days, the last one included.</summary>
    public int Days { get; }

    /// <summary>The second of the last day that is now.</summary>
    public int LastSecond { get; }

    /// <summary>How many calendar months the days touch.</summary>
    public int Months => Month(Days - 1) + 1;

    public DateOnly Date(int day) => First.AddDays(day);

    /// <summary>Months gone since the first day's month.</summary>
    public int Month(int day)
    {
        var date = Date(day);
        return ((date.Year - First.Year) * 12) + date.Month - First.Month;
    }

    /// <summary>The last second of a day that has happened.</summary>
    public int Until(int day) => day == Days - 1 ? LastSecond : int.MaxValue;

    public DateTimeOffset At(int day, int second) =>
        businessDay.At(Date(day).ToDateTime(TimeOnly.MinValue).AddSeconds(second));
}
