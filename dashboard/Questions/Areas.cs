namespace Analytics.Dashboard.Questions;

/// <summary>The texts of the areas that reports lie in.</summary>
internal static class Areas
{
    public static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>
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
