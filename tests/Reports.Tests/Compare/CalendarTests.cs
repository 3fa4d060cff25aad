using Analytics.Fixtures;
using Analytics.Reports.Compare;

namespace Analytics.Reports.Tests.Compare;

/// <summary>The days that the calendar of the star compares with are those the windows compare with.</summary>
public sealed class CalendarTests
{
    private static readonly (string Column, string Key)[] Pairs =
    [
        ("previous_date", "previous"),
        ("last_month_date", "same_days_last_month"),
        ("last_year_date", "last_year"),
        ("weekday_last_month_date", "weekday_aligned_month"),
        ("weekday_last_year_date", "weekday_aligned"),
        ("lunar_last_year_date", "lunar"),
    ];

    [Fact]
    public async Task Every_day_of_thirty_years_compares_in_the_star_with_the_day_its_window_gives()
    {
        var rows = await SampleCalendar.StatutoryAsync(
            new(2010, 1, 1),
            new(2039, 12, 31),
            $"calendar_date, previous_week_date, {string.Join(", ", Pairs.Select(pair => pair.Column))}");

        rows.Should().HaveCount(10957);
        foreach (var row in rows)
        {
            var day = (DateOnly)row[0]!;
            var range = new DateRange(day, day);
            var week = new DateRange(Period.WeekStart(day), Period.WeekStart(day).AddDays(6));
            for (var i = 0; i < Pairs.Length; i++)
            {
                var given = Window.Parse(Pairs[i].Key)!.BaseOf(Period.Given(range));
                given.Should().Be(new DateRange((DateOnly)row[i + 2]!, (DateOnly)row[i + 2]!), Pairs[i].Column);
            }

            Window.Parse("previous")!.BaseOf(range, Period.Given(week))
                .Should().Be(new DateRange((DateOnly)row[1]!, (DateOnly)row[1]!));
        }
    }
}
