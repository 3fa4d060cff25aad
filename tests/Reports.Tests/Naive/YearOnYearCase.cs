using Analytics.Reports.Compare;
using CsCheck;

namespace Analytics.Reports.Tests.Naive;

/// <summary>Random parameters of the report, and the ranges they come to by <see cref="NaiveWindow"/>.</summary>
internal sealed record YearOnYearCase(
    string By, string Grain, DateOnly From, DateOnly To, IReadOnlyList<string> Compare)
{
    private static readonly string[] Dimensions =
    [
        "none", "store", "region", "item", "category1", "category2", "category", "party", "party_class", "employee",
        "ship_province",
    ];

    private static readonly string[] Grains = ["none", "day", "week", "month", "quarter", "year"];

    private static readonly string[][] Comparisons =
    [
        ["last_year", "same_days_last_month"], ["previous"], ["weekday_aligned", "last_year"],
        ["weekday_aligned_month"], [],
    ];

    public static readonly Gen<YearOnYearCase> Random = Gen.Select(
        Gen.Int[0, Dimensions.Length - 1], Gen.Int[0, Grains.Length - 1], Gen.Int[0, Comparisons.Length - 1],
        Gen.Select(Gen.Int[0, 850], Gen.Int[0, 130], Gen.Bool),
        (by, grain, compare, range) =>
        {
            var from = new DateOnly(2023, 1, 1).AddDays(range.Item1);
            var to = from.AddDays(range.Item2);
            if (range.Item3)
            {
                from = new(from.Year, from.Month, 1);
                to = new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1);
            }
            return new YearOnYearCase(Dimensions[by], Grains[grain], from, to, Comparisons[compare]);
        });

    /// <summary>The name of a period, which then gives the range: as of <see cref="To"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Minutes gone on <see cref="To"/>.</summary>
    public int Minute { get; init; }

    public Period Period => Name is null ? Period.Given(new(From, To)) : Period.Named(Name, To)!;

    public string[] Parameters =>
    [
        $"by={By}", $"grain={Grain}",
        .. Name is null ? [$"from_date={From:yyyy-MM-dd}", $"to_date={To:yyyy-MM-dd}"] : (string[])[$"period={Name}"],
        $"compare={(Compare.Count == 0 ? "none" : string.Join(',', Compare))}",
    ];

    /// <summary>The buckets of the current range, each with its range in a window.</summary>
    public IEnumerable<NaiveSpan> Buckets(string window)
    {
        var buckets = Bucket.Cut(Period.Range, Enum.Parse<Grain>(Grain, ignoreCase: true)).ToList();
        return buckets.Select(bucket => Span(window, bucket.Date, bucket.Range, bucket == buckets[^1]));
    }

    public IEnumerable<NaiveSpan> Whole(string window) =>
        [Span(window, Period.Range.From, Period.Range, isLast: true)];

    private NaiveSpan Span(string window, DateOnly bucket, DateRange range, bool isLast) => new(
        bucket,
        window == "current" ? range : NaiveWindow.BaseOf(window, Period, range),
        isLast && IsToDate ? Minute : null);

    private bool IsToDate => Name is not null && (Name == "today" || Name.StartsWith("this_", StringComparison.Ordinal)
        || Name.EndsWith("_days", StringComparison.Ordinal));
}
