using Analytics.Reports.Compare;

namespace Analytics.Reports.Tests.Compare;

public sealed class WindowTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 19);

    [Theory]
    [InlineData("previous", "2026-11-09", "2026-11-12")]
    [InlineData("same_days_last_month", "2026-10-16", "2026-10-19")]
    [InlineData("last_year", "2025-11-16", "2025-11-19")]
    [InlineData("weekday_aligned", "2025-11-17", "2025-11-20")]
    [InlineData("weekday_aligned_month", "2026-10-19", "2026-10-22")]
    [InlineData("custom:2018-01-01..2018-12-31", "2018-01-01", "2018-12-31")]
    public void This_week_on_a_Thursday_has_these_bases(string key, string from, string to)
    {
        BaseOf(key, Period.Named("this_week", Thursday)!).Should().Be(PeriodTests.Range(from, to));
    }

    [Theory]
    [InlineData("today", "2026-11-18", "2026-11-18")]
    [InlineData("last_week", "2026-11-02", "2026-11-08")]
    [InlineData("this_month", "2026-10-01", "2026-10-19")]
    [InlineData("last_month", "2026-09-01", "2026-09-30")]
    [InlineData("this_quarter", "2026-07-01", "2026-08-19")]
    [InlineData("last_quarter", "2026-04-01", "2026-06-30")]
    [InlineData("this_year", "2025-01-01", "2025-11-19")]
    [InlineData("last_7_days", "2026-11-06", "2026-11-12")]
    public void The_period_before_is_of_the_same_kind(string period, string from, string to)
    {
        BaseOf("previous", Period.Named(period, Thursday)!).Should().Be(PeriodTests.Range(from, to));
    }

    [Theory]
    [InlineData("2025-02-01", "2025-02-28", "last_year", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-01", "2024-02-29", "last_year", "2023-02-01", "2023-02-28")]
    [InlineData("2024-01-01", "2024-02-29", "last_year", "2023-01-01", "2023-02-28")]
    [InlineData("2024-02-29", "2024-02-29", "last_year", "2023-02-28", "2023-02-28")]
    [InlineData("2025-02-01", "2025-02-27", "last_year", "2024-02-01", "2024-02-27")]
    [InlineData("2026-03-01", "2026-03-30", "same_days_last_month", "2026-02-01", "2026-02-28")]
    [InlineData("2026-03-01", "2026-03-31", "same_days_last_month", "2026-02-01", "2026-02-28")]
    [InlineData("2026-02-01", "2026-02-28", "same_days_last_month", "2026-01-01", "2026-01-31")]
    [InlineData("2026-04-01", "2026-04-30", "same_days_last_month", "2026-03-01", "2026-03-31")]
    [InlineData("2026-03-29", "2026-03-31", "same_days_last_month", "2026-02-28", "2026-02-28")]
    public void Ends_are_clamped_and_whole_months_stay_whole(
        string from, string to, string key, string first, string last)
    {
        BaseOf(key, Period.Given(PeriodTests.Range(from, to))).Should().Be(PeriodTests.Range(first, last));
    }

    [Theory]
    // Spring Festival: 2024-02-10, 2025-01-29, 2026-02-17, 2027-02-06.
    [InlineData("2026-02-17", "2026-02-17", "2025-01-29", "2025-01-29")]
    [InlineData("2026-02-10", "2026-02-23", "2025-01-22", "2025-02-04")]
    [InlineData("2026-01-18", "2026-03-04", "2024-12-30", "2025-02-13")]
    [InlineData("2025-01-29", "2025-02-13", "2024-02-10", "2024-02-25")]
    [InlineData("2026-01-17", "2026-03-04", "2025-01-17", "2025-03-04")]
    [InlineData("2026-07-01", "2026-07-19", "2025-07-01", "2025-07-19")]
    public void Days_around_Spring_Festival_follow_it(string from, string to, string first, string last)
    {
        BaseOf("lunar", Period.Given(PeriodTests.Range(from, to))).Should().Be(PeriodTests.Range(first, last));
    }

    [Fact]
    public void The_festival_is_found_across_the_years()
    {
        SpringFestival.Of(2024).Should().Be(new DateOnly(2024, 2, 10));
        SpringFestival.Of(2027).Should().Be(new DateOnly(2027, 2, 6));
        SpringFestival.DaysToLastYear(new(2024, 12, 30)).Should().Be(354);
        SpringFestival.DaysToLastYear(new(2024, 12, 29)).Should().BeNull();
        SpringFestival.DaysToLastYear(new(2199, 1, 1)).Should().BeNull();
    }

    [Fact]
    public void A_day_that_the_base_month_lacks_has_no_base_and_28_February_counts_once()
    {
        var march = Period.Given(PeriodTests.Range("2026-03-01", "2026-03-31"));
        var window = Window.Parse("same_days_last_month")!;
        var days = Bucket.Cut(march.Range, Grain.Day).Select(bucket => window.BaseOf(bucket.Range, march)).ToList();
        days[27].Should().Be(PeriodTests.Range("2026-02-28", "2026-02-28"));
        days[28..].Should().OnlyContain(range => range.IsEmpty);
        var leap = Period.Given(PeriodTests.Range("2024-02-01", "2024-02-29"));
        var years = Bucket.Cut(leap.Range, Grain.Day)
            .Select(bucket => Window.Parse("last_year")!.BaseOf(bucket.Range, leap));
        years.Sum(range => range.Days).Should().Be(28);
    }

    [Fact]
    public void A_custom_window_matches_month_by_month_and_is_never_left()
    {
        var half = Period.Given(PeriodTests.Range("2019-01-01", "2019-06-30"));
        var window = Window.Parse("custom:2016-01-01..2016-02-20")!;
        var months = Bucket.Cut(half.Range, Grain.Month).Select(bucket => window.BaseOf(bucket.Range, half)).ToList();
        months[0].Should().Be(PeriodTests.Range("2016-01-01", "2016-01-31"));
        months[1].Should().Be(PeriodTests.Range("2016-02-01", "2016-02-20"));
        months[2..].Should().OnlyContain(range => range.IsEmpty);
    }

    [Theory]
    [InlineData("yoy")]
    [InlineData("custom")]
    [InlineData("custom:2018-01-01")]
    [InlineData("custom:2018-02-30..2018-03-01")]
    [InlineData("custom:2018-12-31..2018-01-01")]
    public void Other_keys_are_no_window(string key)
    {
        Window.Parse(key).Should().BeNull();
    }

    private static DateRange BaseOf(string key, Period period) => Window.Parse(key)!.BaseOf(period);
}
