using System.Globalization;
using Analytics.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Analytics.Dashboard.Home;

/// <summary>What the reader has chosen. It stands in the address, so that a bookmark, the back button and a file export
/// all mean the same view.</summary>
public sealed record HomeState
{
    public const string Report = "sales/year_on_year";

    public string Period { get; init; } = "this_month";

    /// <summary>As typed; only asked for when the period is custom.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string By { get; init; } = "store";

    public IReadOnlyList<string> Compare { get; init; } = ["last_year", "same_days_last_month"];

    public int TrendDays { get; init; } = Choices.TrendDays[0];

    public string TrendMeasure { get; init; } = Choices.TrendMeasures[0];

    public bool HasAllRows { get; init; }

    public bool IsCustom => Period == Choices.CustomPeriod;

    public static HomeState Parse(IQueryCollection query)
    {
        var start = new HomeState();
        return new()
        {
            Period = Text(query, "period", start.Period),
            From = Text(query, "from", ""),
            To = Text(query, "to", ""),
            By = Text(query, "by", start.By),
            // The form always sends one empty value, so "nothing chosen" differs from "nothing said".
            Compare = query.TryGetValue("compare", out var windows)
                ? [.. windows.Where(window => !string.IsNullOrEmpty(window)).Select(window => window!).Distinct()]
                : start.Compare,
            TrendDays = Choices.TrendDays.FirstOrDefault(
                days => Number(days) == query["days"].ToString(), start.TrendDays),
            TrendMeasure = Choices.TrendMeasures.FirstOrDefault(
                measure => measure == query["measure"].ToString(), start.TrendMeasure),
            HasAllRows = query["rows"] == "all",
        };
    }

    /// <summary>The address of this state below a path; with a format and a generation it is an export's.</summary>
    public string Url(string path, string? format = null, string? generation = null)
    {
        var query = new QueryBuilder { { "period", Period } };
        if (IsCustom)
        {
            query.Add("from", From);
            query.Add("to", To);
        }

        query.Add("by", By);
        query.Add("compare", Compare.Count > 0 ? Compare : [""]);
        query.Add("days", Number(TrendDays));
        query.Add("measure", TrendMeasure);
        if (HasAllRows)
        {
            query.Add("rows", "all");
        }

        if (format is not null)
        {
            query.Add("format", format);
        }

        if (generation is not null)
        {
            query.Add("generation", generation);
        }

        return path + query.ToQueryString();
    }

    /// <summary>The table's question, for the page and for its export alike.</summary>
    public ReportRequest TableRequest(string? generation, CultureInfo culture)
    {
        var parameters = new Dictionary<string, string>
        {
            ["by"] = By,
            ["compare"] = Compare.Count > 0 ? string.Join(',', Compare) : "none",
        };
        if (IsCustom)
        {
            parameters["from_date"] = From;
            parameters["to_date"] = To;
        }
        else
        {
            parameters["period"] = Period;
        }

        return new(Report, parameters) { Generation = generation, Culture = culture };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(IQueryCollection query, string key, string otherwise) =>
        query[key].ToString() is { Length: > 0 } text ? text.Trim() : otherwise;
}
