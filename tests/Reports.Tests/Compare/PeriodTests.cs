using System.Globalization;
using Analytics.Reports.Compare;

namespace Analytics.Reports.Tests.Compare;

public sealed class PeriodTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 19);

    [Theory]
    [InlineData("today", "2026-11-19", "2026-11-19")]
    [InlineData("yesterday", "2026-11-18", "2026-11-18")]
    [InlineData("this_week", "2026-11-16", "2026-11-19")]
    [InlineData("last_week", "2026-11-09", "2026-11-15")]
    [InlineData("this_month", "2026-11-01", "2026-11-19")]
    [InlineData("last_month", "2026-10-01", "2026-10-31")]
    [InlineData("this_quarter", "2026-10-01", "2026-11-19")]
    [InlineData("last_quarter", "2026-07-01", "2026-09-30")]
    [InlineData("this_year", "2026-01-01", "2026-11-19")]
    [InlineData("last_year", "2025-01-01", "2025-12-31")]
    [InlineData("last_1_days", "2026-11-19", "2026-11-19")]
    [InlineData("last_7_days", "2026-11-13", "2026-11-19")]
    public void A_name_gives_its_range_up_to_today(string name, string from, string to)
    {
        Period.Named(name, Thursday)!.Range.Should().Be(Range(from, to));
    }

    [Fact]
    public void A_week_begins_on_Monday_also_on_a_Sunday_and_across_a_year()
    {
        Period.Named("this_week", new(2026, 11, 22))!.Range.Should().Be(Range("2026-11-16", "2026-11-22"));
        Period.Named("this_week", new(2026, 1, 1))!.Range.Should().Be(Range("2025-12-29", "2026-01-01"));
        Period.Named("this_week", new(2026, 11, 16))!.Range.Should().Be(Range("2026-11-16", "2026-11-16"));
    }

    [Theory]
    [InlineData("last_0_days")]
    [InlineData("last_-3_days")]
    [InlineData("last_days")]
    [InlineData("This_month")]
    [InlineData("tomorrow")]
    public void Other_names_are_no_period(string name)
    {
        Period.Named(name, Thursday).Should().BeNull();
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-28", PeriodUnit.Month)]
    [InlineData("2024-02-01", "2024-02-28", PeriodUnit.Custom)]
    [InlineData("2026-01-01", "2026-03-31", PeriodUnit.Quarter)]
    [InlineData("2026-02-01", "2026-04-30", PeriodUnit.Custom)]
    [InlineData("2026-01-01", "2026-12-31", PeriodUnit.Year)]
    [InlineData("2026-11-16", "2026-11-22", PeriodUnit.Week)]
    [InlineData("2026-11-17", "2026-11-23", PeriodUnit.Custom)]
    [InlineData("2026-11-17", "2026-11-17", PeriodUnit.Day)]
    public void A_given_range_counts_as_the_calendar_unit_it_covers(string from, string to, object unit)
    {
        Period.Given(Range(from, to)).Unit.Should().Be((PeriodUnit)unit);
    }

    internal static DateRange Range(string from, string to) => new(Date(from), Date(to));

    internal static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
