using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Compare;

/// <summary>One comparison (对比期): the base range of a period, and of each bucket of it.</summary>
/// <remarks>Pure. Base ranges of successive buckets never overlap, save for lunar days, which the calendar itself maps
/// twice
/// or not at all at the festival's edges. They lie in the period's base range, but for a whole month at the end of a
/// range
/// that begins within one: its row is compared with a whole month.</remarks>
internal sealed record Window(string Key, WindowRule Rule, Label Label)
{
    /// <summary>Every key <see cref="Parse"/> knows, for messages.</summary>
    public const string Keys = "previous, same_days_last_month, last_year, weekday_aligned, "
        + "weekday_aligned_month, lunar, custom:yyyy-MM-dd..yyyy-MM-dd, none";

    /// <summary>In a list: compare with nothing.</summary>
    public const string None = "none";

    private const string CustomPrefix = "custom:";

    /// <summary>The base range given by hand; only of <see cref="WindowRule.Custom"/>.</summary>
    public DateRange Given { get; init; }

    /// <summary>The window of that key, or null where there is none.</summary>
    public static Window? Parse(string key) => key switch
    {
        "previous" => new(key, WindowRule.Previous, new("环比", "Previous period")),
        "same_days_last_month" => new(key, WindowRule.SameDaysLastMonth, new("上月同期", "Same days last month")),
        "last_year" => new(key, WindowRule.LastYear, new("去年同期", "Last year")),
        "weekday_aligned" => new(key, WindowRule.WeekdayAligned, new("同周同星期", "Same weekdays last year")),
        "weekday_aligned_month" =>
            new(key, WindowRule.WeekdayAlignedMonth, new("四周前同星期", "Same weekdays four weeks before")),
        "lunar" => new(key, WindowRule.Lunar, new("农历同期", "Same lunar days last year")),
        _ => Custom(key),
    };

    /// <summary>The base range of the whole period.</summary>
    public DateRange BaseOf(Period current) => Rule == WindowRule.Custom ? Given : Shifted(current.Range, current);

    /// <summary>The base range of a bucket of the period; empty where no day of the base is left for it.</summary>
    public DateRange BaseOf(DateRange bucket, Period current)
    {
        var range = Shifted(bucket, current);
        if (bucket.From > current.Range.From && MonthsOf(bucket, current) is int months)
        {
            // Several days may fall on one day of a shorter month: the first of them takes it.
            var taken = bucket.From.AddDays(-1).AddMonths(-months);
            range = range with { From = range.From > taken ? range.From : taken.AddDays(1) };
        }
        return Rule == WindowRule.Custom ? range.CutTo(Given) : range;
    }

    /// <summary>Whether the last day of a base stands for the last day of the range it is the base of. A base given by
    /// hand may end on any other day.</summary>
    public bool EndsAlike(DateRange given, DateRange range, Period current) =>
        !given.IsEmpty && (Rule != WindowRule.Custom || given.To == Shifted(range, current).To);

    /// <summary>Whether the whole range is compared by days from Spring Festival, rather than by the
    /// calendar.</summary>
    public bool IsByFestival(DateRange range) => Rule == WindowRule.Lunar && FestivalShift(range) is not null;

    private DateRange Shifted(DateRange range, Period current) => MonthsOf(range, current) is int months
        ? ByMonths(range, months)
        : range.ShiftedByDays(-DaysOf(range, current));

    /// <summary>Months between range and base where the rule counts in months, else null.</summary>
    private int? MonthsOf(DateRange range, Period current) => Rule switch
    {
        WindowRule.SameDaysLastMonth => 1,
        WindowRule.LastYear => 12,
        WindowRule.Lunar => FestivalShift(range) is null ? 12 : null,
        WindowRule.Previous => current.Unit switch
        {
            PeriodUnit.Month => 1,
            PeriodUnit.Quarter => 3,
            PeriodUnit.Year => 12,
            _ => null,
        },
        WindowRule.Custom when current.Range.From.Day == 1 && Given.From.Day == 1 =>
            ((current.Range.From.Year - Given.From.Year) * 12) + current.Range.From.Month - Given.From.Month,
        _ => null,
    };

    private int DaysOf(DateRange range, Period current) => Rule switch
    {
        WindowRule.WeekdayAligned => 364,
        WindowRule.WeekdayAlignedMonth => 28,
        WindowRule.Lunar => FestivalShift(range) ?? 0,
        WindowRule.Custom => current.Range.From.DayNumber - Given.From.DayNumber,
        WindowRule.Previous when current.Unit == PeriodUnit.Week => 7,
        _ => current.Range.Days,
    };

    /// <summary>A range lies in the festival's days or it does not: half of one would have no length to
    /// compare.</summary>
    private static int? FestivalShift(DateRange range) =>
        range.Days <= SpringFestival.Days
        && SpringFestival.DaysToLastYear(range.From) is int first && SpringFestival.DaysToLastYear(range.To) == first
            ? first
            : null;

    /// <summary>Each end clamped to its month; from a month's first day to a month's last day stays so.</summary>
    private static DateRange ByMonths(DateRange range, int months)
    {
        var to = range.To.AddMonths(-months);
        return new(range.From.AddMonths(-months), range.IsWholeMonths ? DateRange.MonthEnd(to) : to);
    }

    private static Window? Custom(string key)
    {
        if (!key.StartsWith(CustomPrefix, StringComparison.Ordinal))
        {
            return null;
        }
        var ends = key[CustomPrefix.Length..].Split("..");
        return ends.Length == 2 && IsDate(ends[0], out var from) && IsDate(ends[1], out var to) && from <= to
            ? new("custom", WindowRule.Custom, new("自定义", "Custom")) { Given = new(from, to) }
            : null;
    }

    private static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
