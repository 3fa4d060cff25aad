using System.Globalization;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>The report that readers are measured by: the last twelve whole months by store, beside the year before.
/// </summary>
internal static class YearOnYear
{
    public static ReportRequest Request(Manifest manifest, bool useRollups)
    {
        var (from, to) = Range(manifest);
        return new ReportRequest("sales/year_on_year", new Dictionary<string, string>
        {
            ["from_date"] = from.ToString("O", CultureInfo.InvariantCulture),
            ["to_date"] = to.ToString("O", CultureInfo.InvariantCulture),
            ["by"] = "store",
            ["compare"] = "last_year",
        })
        {
            UseRollups = useRollups,
            UseKept = false,
        };
    }

    public static (DateOnly From, DateOnly To) Range(Manifest manifest)
    {
        var last = manifest.LastBusinessDate;
        var to = new DateOnly(last.Year, last.Month, 1).AddDays(-1);
        return (new DateOnly(to.Year, to.Month, 1).AddMonths(-11), to);
    }
}
