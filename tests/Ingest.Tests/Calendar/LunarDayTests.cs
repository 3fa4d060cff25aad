using System.Globalization;
using Analytics.Fixtures;
using Analytics.Ingest.Calendar;

namespace Analytics.Ingest.Tests.Calendar;

/// <summary>Lunar and fiscal days, counted day by day.</summary>
public sealed class LunarDayTests
{
    [Fact]
    public async Task Every_day_of_two_centuries_has_the_lunar_date_that_the_calendar_gives_it()
    {
        var lunar = new ChineseLunisolarCalendar();
        var rows = await SampleCalendar.RowsAsync(
            CompanyCalendar.Statutory,
            (new(1901, 1, 1), new(2101, 12, 31)),
            "calendar_date, lunar_year, lunar_month, lunar_day, is_lunar_leap_month");

        foreach (var row in rows)
        {
            var noon = ((DateOnly)row[0]!).ToDateTime(new(12, 0));
            if (noon < lunar.MinSupportedDateTime || noon > lunar.MaxSupportedDateTime)
            {
                string.Join('|', row[1..]).Should().Be("|||False");
                continue;
            }

            var (year, month) = (lunar.GetYear(noon), lunar.GetMonth(noon));
            var leap = lunar.GetLeapMonth(year);
            row[1..].Should().Equal(
                (short)year,
                (sbyte)(leap > 0 && month >= leap ? month - 1 : month),
                (sbyte)lunar.GetDayOfMonth(noon),
                lunar.IsLeapMonth(year, month));
        }
    }

    [Theory]
    [InlineData("2026-02-17", 0)]
    [InlineData("2025-01-29", 0)]
    [InlineData("2026-01-18", -30)]
    [InlineData("2026-03-04", 15)]
    [InlineData("2024-12-30", -30)]
    [InlineData("2026-01-17", null)]
    [InlineData("2026-03-05", null)]
    public async Task Days_are_counted_from_Spring_Festival_only_around_it(string date, int? offset)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        var rows = await SampleCalendar.RowsAsync(
            CompanyCalendar.Statutory, (day, day), "spring_festival_offset::integer");

        rows.Single()[0].Should().Be(offset);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(12)]
    public async Task A_fiscal_year_begins_with_its_month_and_bears_the_year_it_ends_in(int start)
    {
        var rows = await SampleCalendar.RowsAsync(
            CompanyCalendar.Statutory with { FiscalStartMonth = start },
            (new(2023, 1, 1), new(2027, 12, 31)),
            "calendar_date, fiscal_year, fiscal_quarter, fiscal_month");

        foreach (var row in rows)
        {
            var date = (DateOnly)row[0]!;
            var first = new DateOnly(date.Month >= start ? date.Year : date.Year - 1, start, 1);
            var last = first.AddYears(1).AddDays(-1);
            var month = 0;
            for (var begin = first; begin <= date; begin = begin.AddMonths(1))
            {
                month++;
            }

            row[1..].Should().Equal((short)last.Year, (sbyte)((month + 2) / 3), (sbyte)month);
        }
    }
}
