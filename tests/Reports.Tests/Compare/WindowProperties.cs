using Analytics.Reports.Compare;
using Analytics.Reports.Tests.Naive;
using CsCheck;

namespace Analytics.Reports.Tests.Compare;

public sealed class WindowProperties
{
    private static readonly string[] Keys =
        ["previous", "same_days_last_month", "last_year", "weekday_aligned", "weekday_aligned_month"];

    private static readonly string[] Names =
    [
        "today", "this_week", "this_month", "last_month", "this_quarter", "last_quarter", "this_year", "last_year",
        "last_9_days",
    ];

    // Ends of months and leap years are met often.
    private static readonly Gen<DateOnly> Day = Gen.Select(Gen.Int[2015, 2030], Gen.Int[1, 12], Gen.Int[1, 40])
        .Select((year, month, day) => new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))));

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), Day)
            .Select((name, today) => Period.Named(name, today)!),
        Gen.Select(Day, Gen.Int[0, 400]).Select((from, days) => Period.Given(new(from, from.AddDays(days)))),
        Gen.Select(Day, Gen.Int[1, 14]).Select((from, months) => Period.Given(new(
            new DateOnly(from.Year, from.Month, 1),
            new DateOnly(from.Year, from.Month, 1).AddMonths(months).AddDays(-1)))));

    private static readonly Gen<(string Key, Period Period, Grain Grain)> Cases =
        Gen.Select(Gen.Int[0, Keys.Length - 1].Select(i => Keys[i]), Periods, Gen.Enum<Grain>());

    [Fact]
    public void Every_bucket_has_the_base_that_counting_days_gives() => Cases.Sample(
        (key, period, grain) =>
        {
            var window = Window.Parse(key)!;
            foreach (var bucket in Bucket.Cut(period.Range, grain))
            {
                var given = window.BaseOf(bucket.Range, period);
                if ((given.IsEmpty ? (DateRange?)null : given) != NaiveWindow.BaseOf(key, period, bucket.Range))
                {
                    Assert.Fail($"{bucket} has {given}");
                }
            }
        },
        iter: 1000);

    [Fact]
    public void Base_buckets_are_in_order_apart_and_within_the_base_of_their_union() => Cases.Sample(
        (key, period, grain) =>
        {
            var window = Window.Parse(key)!;
            var whole = window.BaseOf(period);
            var bases = Bucket.Cut(period.Range, grain).Select(bucket => window.BaseOf(bucket.Range, period))
                .Where(range => !range.IsEmpty).ToList();
            bases.Zip(bases.Skip(1)).All(pair => pair.First.To < pair.Second.From).Should().BeTrue();
            // A whole month at the end of a range that begins within one is compared with the whole month.
            var last = bases[^1] is { IsWholeMonths: true } ? DateRange.MonthEnd(whole.To) : whole.To;
            bases.All(range => range.From >= whole.From && range.To <= last).Should().BeTrue();
            bases[0].From.Should().Be(whole.From);
            // Days of a longer base month that no current day stands for belong to the whole alone.
            if (period.Range.IsWholeMonths && grain is Grain.None or Grain.Month or Grain.Quarter or Grain.Year)
            {
                bases.Sum(range => range.Days).Should().Be(whole.Days);
            }
        },
        iter: 2000);

    [Fact]
    public void Buckets_cover_the_range_once() => Cases.Sample(
        (_, period, grain) =>
        {
            var buckets = Bucket.Cut(period.Range, grain).ToList();
            buckets[0].Range.From.Should().Be(period.Range.From);
            buckets[^1].Range.To.Should().Be(period.Range.To);
            buckets.Zip(buckets.Skip(1)).All(pair =>
                pair.First.Range.To.AddDays(1) == pair.Second.Range.From && pair.First.Date < pair.Second.Date)
                .Should().BeTrue();
        },
        iter: 1000);

    [Fact]
    public void A_lunar_base_keeps_the_distance_to_the_festival_or_is_last_year() => Periods.Sample(
        period =>
        {
            var (range, given) = (period.Range, Window.Parse("lunar")!.BaseOf(period));
            var isPast = range.To.DayNumber > SpringFestival.Of(range.To.Year).DayNumber + 15;
            var year = isPast ? range.To.Year + 1 : range.To.Year;
            var festival = SpringFestival.Of(year);
            var isNear = range.From >= festival.AddDays(-30) && range.To <= festival.AddDays(15);
            given.Should().Be(isNear
                ? new DateRange(
                    SpringFestival.Of(year - 1).AddDays(range.From.DayNumber - festival.DayNumber),
                    SpringFestival.Of(year - 1).AddDays(range.To.DayNumber - festival.DayNumber))
                : Window.Parse("last_year")!.BaseOf(period));
        },
        iter: 2000);
}
