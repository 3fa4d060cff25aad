using Analytics.Reports.Compare;

namespace Analytics.Reports.Tests.Naive;

/// <summary>Base ranges found day by day: each current day claims its base day unless an earlier bucket has
/// it.</summary>
internal static class NaiveWindow
{
    public static DateRange? BaseOf(string key, Period current, DateRange bucket)
    {
        var wholeMonths = key is "last_year" or "same_days_last_month"
            || (key == "previous" && current.Unit is PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Year);
        var taken = Days(current.Range).TakeWhile(day => day < bucket.From)
            .Select(day => DayOf(key, current, day)).ToHashSet();
        var claimed = Days(bucket).Select(day => DayOf(key, current, day)).Where(day => !taken.Contains(day)).ToList();
        if (claimed.Count == 0)
        {
            return null;
        }
        var last = claimed.Max();
        if (wholeMonths && bucket.From.Day == 1 && bucket.To.AddDays(1).Day == 1)
        {
            while (last.AddDays(1).Day != 1)
            {
                last = last.AddDays(1);
            }
        }
        return new(claimed.Min(), last);
    }

    private static DateOnly DayOf(string key, Period current, DateOnly day) => key switch
    {
        "last_year" => day.AddYears(-1),
        "same_days_last_month" => day.AddMonths(-1),
        "weekday_aligned" => day.AddDays(-52 * 7),
        "weekday_aligned_month" => day.AddDays(-4 * 7),
        "previous" => current.Unit switch
        {
            PeriodUnit.Day => day.AddDays(-1),
            PeriodUnit.Week => day.AddDays(-7),
            PeriodUnit.Month => day.AddMonths(-1),
            PeriodUnit.Quarter => day.AddMonths(-3),
            PeriodUnit.Year => day.AddYears(-1),
            _ => day.AddDays(current.Range.From.DayNumber - current.Range.To.DayNumber - 1),
        },
        _ => throw new ArgumentException(key, nameof(key)),
    };

    private static IEnumerable<DateOnly> Days(DateRange range)
    {
        for (var day = range.From; day <= range.To; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
