using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Ingest.Import.Reading;
using Analytics.Star;

namespace Analytics.Ingest.Calendar;

/// <summary>What a company counts its days by, besides the Gregorian calendar: holidays and the fiscal year.</summary>
public sealed record CompanyCalendar
{
    private const string ListName = "Calendar/holidays.csv";

    private static readonly SqlFiles Files = new(typeof(CompanyCalendar).Assembly);

    private static readonly HolidayFile Shipped =
        new HolidayFile(ListName).Read(Files.Read(ListName).ReplaceLineEndings("\n").Split('\n'));

    private CompanyCalendar(SortedDictionary<DateOnly, Holiday> days, IReadOnlyList<string> faults)
    {
        Days = days;
        Faults = faults;
    }

    /// <summary>The statutory holidays that come with the program; the fiscal year is the calendar year.</summary>
    public static CompanyCalendar Statutory { get; } = new(new(Shipped.Days), Shipped.Faults);

    /// <summary>The month the fiscal year (财年) begins with, 1 to 12.</summary>
    public int FiscalStartMonth { get; init; } = 1;

    /// <summary>Lines of the company's list that cannot be understood, as <c>path:line: what, and what to do</c>. With
    /// any there is no calendar to go by.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Of all that makes days differ, so that an edit of the list builds the calendar anew.</summary>
    internal string Digest
    {
        get
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{FiscalStartMonth}\n");
            foreach (var (day, holiday) in Days)
            {
                text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}|{holiday}\n");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
        }
    }

    private SortedDictionary<DateOnly, Holiday> Days { get; }

    /// <summary>The statutory holidays, each day replaced by what the company's own list says of it.</summary>
    /// <param name="path">The company's list; need not be there.</param>
    public static CompanyCalendar Read(string path)
    {
        if (!File.Exists(path))
        {
            return Statutory;
        }

        string[] lines;
        try
        {
            lines = File.ReadAllLines(path, TextEncoding.Of(path, "auto", default));
        }
        catch (SourceException)
        {
            return new([], [$"{path}:1: neither UTF-8 nor GB18030 text; save it as CSV (UTF-8)"]);
        }

        var own = new HolidayFile(path).Read(lines);
        var days = new SortedDictionary<DateOnly, Holiday>(Shipped.Days);
        foreach (var (day, holiday) in own.Days)
        {
            days[day] = holiday;
        }

        return new(days, own.Faults);
    }

    /// <summary>Makes and fills the staging tables that the load of dim_date reads.</summary>
    internal async Task StageAsync(StarSession session, CancellationToken ct)
    {
        foreach (var table in (string[])["calendar_setting", "holiday", "lunar_month"])
        {
            await session.ExecuteAsync(Files.Read($"staging/{table}.sql"), ct);
        }

        using (var settings = session.AppendToStaging("staging_calendar_setting"))
        {
            settings.Append((long)FiscalStartMonth).EndRow();
        }

        using (var holidays = session.AppendToStaging("staging_holiday"))
        {
            foreach (var (day, holiday) in Days.Where(day => day.Value.Kind != Holiday.Ordinary))
            {
                holidays.Append(day).Append(holiday.Kind).Append(holiday.NameZh).Append(holiday.NameEn).EndRow();
            }
        }

        using var months = session.AppendToStaging("staging_lunar_month");
        foreach (var month in LunarMonth.All)
        {
            months.Append(month.First).Append(month.Last)
                .Append((long)month.Year).Append((long)month.Number).Append(month.IsLeap).EndRow();
        }
    }
}
