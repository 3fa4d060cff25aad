using Analytics.Dashboard.Web;
using Analytics.Reports;

namespace Analytics.Dashboard.Home;

/// <summary>What the pickers of the page offer. The reports decide what is allowed: an address may ask for
/// more.</summary>
internal static class Choices
{
    public const string CustomPeriod = "custom";
    public const string NoDimension = "none";

    public static readonly IReadOnlyList<string> Periods =
    [
        "today", "yesterday", "this_week", "last_week", "this_month", "last_month", "this_quarter", "this_year",
        "last_year", "last_30_days", "last_90_days", CustomPeriod,
    ];

    public static readonly IReadOnlyList<Choice> Windows =
    [
        new("last_year", "window_last_year"),
        new("same_days_last_month", "window_same_days_last_month"),
        new("previous", "window_previous"),
        new("weekday_aligned", "window_weekday_aligned"),
        new("lunar", "window_lunar"),
    ];

    /// <summary>The dimensions of the relation sales; their labels stand in the glossary.</summary>
    public static readonly IReadOnlyList<string> Dimensions =
    [
        "store", "region", "category1", "category2", "category", "item", "party", "party_class", "party_region",
        "employee", "ship_country", "ship_region", "ship_province", "ship_city",
    ];

    public static readonly IReadOnlyList<string> TrendMeasures = ["sales_amount", "margin_amount", "sales_qty"];

    public static readonly IReadOnlyList<int> TrendDays = [30, 90, 365];

    /// <summary>What people call a period; one that no picker offers, such as last_14_days, by its name.</summary>
    public static string Say(Frame frame, string period) =>
        period == CustomPeriod ? frame["period_custom"]
        : ReportWords.Period(period) is { } label ? frame.Say(label)
        : period;
}
