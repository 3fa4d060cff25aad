namespace Analytics.Reports.Compare;

/// <summary>A stretch of a range: rows of the answer carry <paramref name="Date"/>, the first day of the whole day,
/// week,
/// month, quarter or year, also where the range begins later.</summary>
internal readonly record struct Bucket(DateOnly Date, DateRange Range)
{
    /// <summary>It belongs to what the text compares with, by itself.</summary>
    public bool IsBase { get; init; }

    /// <summary>The buckets of a range in order; without grain one, dated by the range's first day.</summary>
    public static IEnumerable<Bucket> Cut(DateRange range, Grain grain)
    {
        if (grain == Grain.None)
        {
            yield return new(range.From, range);
            yield break;
        }
        for (var start = StartOf(range.From, grain); start <= range.To; start = Next(start, grain))
        {
            yield return new(start, new DateRange(start, Next(start, grain).AddDays(-1)).CutTo(range));
        }
    }

    private static DateOnly StartOf(DateOnly date, Grain grain) => grain switch
    {
        Grain.Week => Period.WeekStart(date),
        Grain.Month => new(date.Year, date.Month, 1),
        Grain.Quarter => new(date.Year, ((date.Month - 1) / 3 * 3) + 1, 1),
        Grain.Year => new(date.Year, 1, 1),
        _ => date,
    };

    private static DateOnly Next(DateOnly start, Grain grain) => grain switch
    {
        Grain.Week => start.AddDays(7),
        Grain.Month => start.AddMonths(1),
        Grain.Quarter => start.AddMonths(3),
        Grain.Year => start.AddYears(1),
        _ => start.AddDays(1),
    };
}
