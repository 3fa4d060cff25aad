namespace Analytics.Dashboard.Home;

/// <summary>What the pickers of the page offer. The reports decide what is allowed: an address may ask for
/// more.</summary>
internal static class Choices
{
    public const string CustomPeriod = "custom";
    public const string NoDimension = "none";

    public static readonly IReadOnlyList<Choice> Periods =
    [
        new("today", "period_today"),
        new("yesterday", "period_yesterday"),
        new("this_week", "period_this_week"),
        new("last_week", "period_last_week"),
        new("this_month", "period_this_month"),
        new("last_month", "period_last_month"),
        new("this_quarter", "period_this_quarter"),
        new("this_year", "period_this_year"),
        new("last_year", "period_last_year"),
        new("last_30_days", "period_last_30_days"),
        new("last_90_days", "period_last_90_days"),
        new(CustomPeriod, "period_custom"),
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
}
