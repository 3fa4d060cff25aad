namespace Analytics.Dashboard.Questions;

/// <summary>The texts of parameters and of the values they take, by the names that reports give them. A company's own
/// report may use others, which are then shown as they are.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, string> Parameters = new Dictionary<string, string>
    {
        ["period"] = "period",
        ["from_date"] = "from",
        ["to_date"] = "to",
        ["from_day"] = "from",
        ["to_day"] = "to",
        ["by"] = "dimension",
        ["then"] = "param_then",
        ["grain"] = "param_grain",
        ["compare"] = "compare",
        ["cost_basis"] = "param_cost_basis",
        ["account"] = "param_account",
        ["party"] = "param_party",
        ["store"] = "param_store",
        ["depot"] = "param_depot",
        ["item"] = "param_item",
        ["employee"] = "param_employee",
        ["document_no"] = "param_document_no",
        ["order_by"] = "param_order_by",
        ["direction"] = "param_direction",
        ["top"] = "param_top",
        ["kind"] = "param_kind",
        ["as_of"] = "param_on_date",
        ["on_date"] = "param_on_date",
        ["received_to"] = "param_received_to",
        ["within_days"] = "param_within_days",
        ["overdue_only"] = "param_overdue_only",
        ["open_only"] = "param_open_only",
        ["negative_only"] = "param_negative_only",
        ["measures"] = "param_measures",
        ["where"] = "param_where",
        ["across"] = "param_across",
        ["others"] = "param_others",
        ["sort"] = "param_order_by",
        ["having"] = "param_having",
        ["subtotals"] = "param_subtotals",
    };

    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>
    {
        ["none"] = "value_none",
        ["day"] = "value_day",
        ["week"] = "value_week",
        ["month"] = "value_month",
        ["quarter"] = "value_quarter",
        ["year"] = "value_year",
        ["book"] = "value_book",
        ["management"] = "value_management",
        ["best"] = "value_best",
        ["worst"] = "value_worst",
        ["sales_order"] = "value_sales_order",
        ["purchase_order"] = "value_purchase_order",
    };

    public static readonly IReadOnlyDictionary<string, string> Areas = new Dictionary<string, string>
    {
        ["sales"] = "area_sales",
        ["customers"] = "area_customers",
        ["purchase"] = "area_purchase",
        ["stock"] = "area_stock",
        ["orders"] = "area_orders",
        ["money"] = "area_money",
        [""] = "area_own",
    };
}
