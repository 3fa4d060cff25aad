using Analytics.Ingest;
using Analytics.Ingest.Calendar;
using Analytics.Star;

namespace Analytics.Fixtures;

/// <summary>The days of a calendar as the star holds them.</summary>
public static class SampleCalendar
{
    /// <summary>Columns of each day, by the statutory holidays.</summary>
    public static Task<List<object?[]>> StatutoryAsync(DateOnly from, DateOnly to, string columns) =>
        RowsAsync(CompanyCalendar.Statutory, (from, to), columns);

    /// <summary>Columns of each day, in the order of days.</summary>
    public static async Task<List<object?[]>> RowsAsync(
        CompanyCalendar calendar, (DateOnly From, DateOnly To) days, string columns)
    {
        using var folder = new TempFolder();
        var star = new StarFolder(folder.File("star"));
        await using var build = await StarBuild.StartAsync(star, new(), TimeProvider.System, default);
        await StarLoad.CalendarAsync(build.Session, calendar, days.From, days.To, default);
        return await Query.RowsAsync(build.Connection, $"select {columns} from dim_date order by calendar_date");
    }
}
