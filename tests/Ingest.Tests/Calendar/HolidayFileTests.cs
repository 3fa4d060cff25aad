using Analytics.Fixtures;
using Analytics.Ingest.Calendar;
using Analytics.Ingest.Tests.Snapshots;

namespace Analytics.Ingest.Tests.Calendar;

/// <summary>The list of holidays, as shipped and as a company edits it.</summary>
public sealed class HolidayFileTests
{
    private const string Header = "from_date,to_date,kind,name_zh,name_en";

    [Theory]
    [InlineData(2023, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public async Task A_year_has_as_many_workdays_as_it_has_weekdays_less_statutory_holidays(int year, int statutory)
    {
        var days = await DaysAsync(CompanyCalendar.Statutory, new(year, 1, 1), new(year, 12, 31));
        var weekdays = Enumerable.Range(0, days.Count).Select(n => new DateOnly(year, 1, 1).AddDays(n))
            .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        days.Count(day => day.IsWorkday).Should().Be(weekdays - statutory);
        days.Where(day => day.IsMakeup).Should().OnlyContain(day => day.IsWorkday && day.IsWeekend);
        days.Where(day => day.IsOff).Should().OnlyContain(day => !day.IsWorkday && day.Name != "");
    }

    [Fact]
    public async Task A_companys_list_replaces_days_adds_days_and_takes_days_out()
    {
        using var folder = new TempFolder();
        await File.WriteAllLinesAsync(folder.File("holidays.csv"),
        [
            "# 公司假期", Header, "2026-06-01,2026-06-01,off,店庆,Anniversary", "2026-05-05,2026-05-05,work,盘点,Stock count",
            "2026-02-28,2026-02-28,ordinary,,",
        ]);

        var calendar = CompanyCalendar.Read(folder.File("holidays.csv"));

        calendar.Faults.Should().BeEmpty();
        var days = (await DaysAsync(calendar, new(2026, 1, 1), new(2026, 12, 31))).ToDictionary(day => day.Date);
        days[new(2026, 6, 1)].Should().Match<Day>(day => day.IsOff && !day.IsWorkday && day.Name == "店庆");
        days[new(2026, 5, 5)].Should().Match<Day>(day => !day.IsOff && day.IsWorkday && day.Name == "盘点");
        days[new(2026, 2, 28)].Should().Match<Day>(day => !day.IsMakeup && !day.IsWorkday && day.Name == "");
        days[new(2026, 5, 4)].Should().Match<Day>(day => day.IsOff && day.Name == "劳动节");
    }

    [Fact]
    public void Every_line_that_cannot_be_understood_is_told_with_its_number_and_what_to_write()
    {
        using var folder = new TempFolder();
        var path = folder.File("holidays.csv");
        File.WriteAllLines(path,
        [
            Header,
            "2026-13-01,2026-13-02,off,甲,A",
            "2026-05-02,2026-05-01,off,甲,A",
            "2026-01-01,2026-12-31,off,甲,A",
            "2026-05-01,2026-05-02,holiday,甲,A",
            "2026-05-01,2026-05-02,off,甲,",
            "2026-05-01,2026-05-02,off",
            "2026-05-01,2026-05-02,off,甲,A",
            "2026-05-02,2026-05-03,work,乙,B",
        ]);

        CompanyCalendar.Read(path).Faults.Should().Equal(
            $"{path}:2: '2026-13-01' to '2026-13-02' are not two dates; write them as yyyy-MM-dd",
            $"{path}:3: 2026-05-02 to 2026-05-01 is no stretch of 1 to 60 days; correct its ends",
            $"{path}:4: 2026-01-01 to 2026-12-31 is no stretch of 1 to 60 days; correct its ends",
            $"{path}:5: kind 'holiday'; write off, work or ordinary",
            $"{path}:6: a name is missing; write the holiday's name in Chinese and in English",
            $"{path}:7: 3 cells; write 5: {Header}",
            $"{path}:9: 2026-05-02 stands in line 8 already; keep it in one line");
    }

    [Fact]
    public async Task A_snapshot_is_refused_by_a_wrong_list_and_built_whole_after_an_edit_of_a_right_one()
    {
        await using var company = await CompanyFolder.CreateAsync(20);
        var path = company.File("holidays.csv");
        SnapshotTests.Published(await company.SnapshotAsync());
        await File.WriteAllLinesAsync(path, [Header, "2026-06-01,2026-06-01,off"]);
        var wrong = await company.SnapshotAsync(new() { Calendar = CompanyCalendar.Read(path) });
        await File.WriteAllLinesAsync(path, [Header, "2026-06-01,2026-06-01,off,店庆,Anniversary"]);

        var edited = await company.SnapshotAsync(new() { Calendar = CompanyCalendar.Read(path) });
        var same = await company.SnapshotAsync(new() { Calendar = CompanyCalendar.Read(path) });

        wrong.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Should().StartWith(path + ":2: ");
        edited.Should().BeOfType<SnapshotOutcome.Published>().Which.IsAdded.Should().BeFalse();
        same.Should().BeOfType<SnapshotOutcome.Unchanged>();
        var rows = await SnapshotTests.RowsAsync(
            company, "select holiday_name_en from dim_date where date_key = 20260601");
        rows.Single().Should().Equal("Anniversary");
    }

    private static async Task<List<Day>> DaysAsync(CompanyCalendar calendar, DateOnly from, DateOnly to)
    {
        var rows = await SampleCalendar.RowsAsync(
            calendar,
            (from, to),
            "calendar_date, is_workday, is_makeup_workday, is_holiday, is_weekend, holiday_name_zh");
        return rows.ConvertAll(row => new Day(
            (DateOnly)row[0]!, (bool)row[1]!, (bool)row[2]!, (bool)row[3]!, (bool)row[4]!, (string)row[5]!));
    }

    private sealed record Day(
        DateOnly Date, bool IsWorkday, bool IsMakeup, bool IsOff, bool IsWeekend, string Name);
}
