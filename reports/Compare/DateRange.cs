namespace Analytics.Reports.Compare;

/// <summary>Business dates from–to, both ends in. Empty where the end lies before the start.</summary>
internal readonly record struct DateRange(DateOnly From, DateOnly To)
{
    public bool IsEmpty => To < From;

    public int Days => IsEmpty ? 0 : To.DayNumber - From.DayNumber + 1;

    public bool IsWholeMonths => !IsEmpty && From.Day == 1 && IsMonthEnd(To);

    public static bool IsMonthEnd(DateOnly date) => date.Day == DateTime.DaysInMonth(date.Year, date.Month);

    public static DateOnly MonthEnd(DateOnly date) =>
        new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    public DateRange ShiftedByDays(int days) => new(From.AddDays(days), To.AddDays(days));

    public DateRange CutTo(DateRange other) =>
        new(From > other.From ? From : other.From, To < other.To ? To : other.To);
}
