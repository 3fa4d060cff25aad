using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Reports.Compare;

/// <summary>The current range (本期) and what it is a piece of.</summary>
/// <remarks>A period that runs (this_week, this_month …) goes up to today; weeks begin on Monday.</remarks>
internal sealed partial record Period(PeriodUnit Unit, DateRange Range)
{
    /// <summary>Every name <see cref="Named"/> knows, for messages; n stands for a number.</summary>
    public const string Names = "today, yesterday, this_week, last_week, this_month, last_month, this_quarter, "
        + "last_quarter, this_year, last_year, last_n_days";

    /// <summary>Whether the last day of the range is the day in progress, so that the last day of a base counts up to
    /// the same minute only.</summary>
    public bool IsInProgress { get; init; }

    /// <summary>The period of that name as of <paramref name="today"/>, or null where no period has that
    /// name.</summary>
    public static Period? Named(string name, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var year = new DateOnly(today.Year, 1, 1);
        var week = WeekStart(today);
        return name switch
        {
            "today" => ToDate(PeriodUnit.Day, today, today),
            "yesterday" => new(PeriodUnit.Day, new(today.AddDays(-1), today.AddDays(-1))),
            "this_week" => ToDate(PeriodUnit.Week, week, today),
            "last_week" => new(PeriodUnit.Week, new(week.AddDays(-7), week.AddDays(-1))),
            "this_month" => ToDate(PeriodUnit.Month, month, today),
            "last_month" => new(PeriodUnit.Month, new(month.AddMonths(-1), month.AddDays(-1))),
            "this_quarter" => ToDate(PeriodUnit.Quarter, quarter, today),
            "last_quarter" => new(PeriodUnit.Quarter, new(quarter.AddMonths(-3), quarter.AddDays(-1))),
            "this_year" => ToDate(PeriodUnit.Year, year, today),
            "last_year" => new(PeriodUnit.Year, new(year.AddYears(-1), year.AddDays(-1))),
            _ => LastDays(name, today),
        };
    }

    /// <summary>A range given by its dates. One that is a whole calendar month, quarter, year or week counts as
    /// that.</summary>
    public static Period Given(DateRange range)
    {
        var months = ((range.To.Year - range.From.Year) * 12) + range.To.Month - range.From.Month + 1;
        if (range.IsWholeMonths)
        {
            return new(
                months switch
                {
                    1 => PeriodUnit.Month,
                    3 when range.From.Month % 3 == 1 => PeriodUnit.Quarter,
                    12 when range.From.Month == 1 => PeriodUnit.Year,
                    _ => PeriodUnit.Custom,
                },
                range);
        }
        var isWeek = range.Days == 7 && range.From.DayOfWeek == DayOfWeek.Monday;
        return new(isWeek ? PeriodUnit.Week : range.Days == 1 ? PeriodUnit.Day : PeriodUnit.Custom, range);
    }

    public static DateOnly WeekStart(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    private static Period? LastDays(string name, DateOnly today)
    {
        var match = LastDaysName().Match(name);
        return match.Success
            ? ToDate(
                PeriodUnit.Custom,
                today.AddDays(1 - int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)),
                today)
            : null;
    }

    private static Period ToDate(PeriodUnit unit, DateOnly from, DateOnly today) =>
        new(unit, new(from, today)) { IsInProgress = true };

    [GeneratedRegex("^last_([1-9][0-9]{0,3})_days$")]
    private static partial Regex LastDaysName();
}
