using Analytics.Reports.Arguments;
using Analytics.Star;

namespace Analytics.Reports.Relations;

/// <summary>Whether sales count without tax or with it (含税口径): <c>tax_basis</c>.</summary>
/// <remarks>With tax, a view gives the amount with tax for that without, the cost with the tax that was paid on it, and
/// the margin between them: whatever is made of these columns is of one basis.</remarks>
internal static class TaxBasis
{
    public const string Parameter = "tax_basis";

    /// <summary>The default: as the company's taxpayer type (纳税人类型) has it.</summary>
    public const string ByTaxpayer = "taxpayer";

    public const string Net = "net";
    public const string Gross = "gross";

    /// <summary>What may be asked for.</summary>
    public static readonly string[] Choices = [ByTaxpayer, Net, Gross];

    /// <summary>Columns that differ by basis.</summary>
    public static readonly string[] Columns =
        ["net_amount", "cost_amount", "margin_amount", "management_cost_amount"];

    /// <summary>The taxpayer whose cost bears the tax already; any other is a general one, as where costs are posted.
    /// </summary>
    private const string SmallScale = "small_scale";

    /// <summary>The one word of the glossary that says its basis and is of the other.</summary>
    public static readonly Label GrossSales = new("销售额（含税）", "Gross sales");

    private const string Item = "item";
    private const string LegalEntity = "legal_entity";

    public static readonly Label Note = new(
        "金额含税；一般纳税人的成本按商品税率折成含税",
        "amounts include tax; so does the cost of a general taxpayer, by the item's rate");

    /// <summary>The arguments with the default settled: with tax where all companies in law are small-scale
    /// taxpayers. An answer has one basis, so that its rows add up.</summary>
    public static ReportArguments Settled(ReportArguments arguments, StarTables tables)
    {
        if (arguments.Values.GetValueOrDefault(Parameter) is not ByTaxpayer)
        {
            return arguments;
        }
        var basis = tables.Taxpayers.Count == 1 && tables.Taxpayers.Contains(SmallScale) ? Gross : Net;
        return arguments with
        {
            Values = arguments.Values.ToDictionary(
                entry => entry.Key, entry => entry.Key == Parameter ? basis : entry.Value, StringComparer.Ordinal),
        };
    }

    public static bool IsGross(ReportArguments arguments) =>
        arguments.Values.GetValueOrDefault(Parameter) is Gross;

    public static bool Differs(StarTable table, string column) => Columns.Contains(column)
        && (table.Name == "fact_sales" || table.Name.StartsWith("rollup_sales_", StringComparison.Ordinal));

    /// <summary>A column with tax, or null where the table cannot tell what tax its cost bears.</summary>
    /// <param name="column">One that differs.</param>
    /// <param name="raw">A column of the table as it is, masks applied.</param>
    /// <param name="table">Of sales.</param>
    /// <param name="tables">The generation's.</param>
    /// <param name="dims">Takes what has to be joined; null where nobody asks.</param>
    public static string? Expression(
        string column, Func<string, string> raw, StarTable table, StarTables tables,
        SortedDictionary<string, DimJoin>? dims)
    {
        if (column == "net_amount")
        {
            return raw("gross_amount");
        }
        if (Factor(table, tables, dims) is not { } factor)
        {
            return null;
        }
        return column == "margin_amount"
            ? $"({raw("gross_amount")} - {raw("cost_amount")}{factor})"
            : raw(column) + factor;
    }

    /// <summary>Where there are small-scale taxpayers the table has to tell whose each row is; a document of no company
    /// is a general taxpayer's.</summary>
    private static string? Factor(StarTable table, StarTables tables, SortedDictionary<string, DimJoin>? dims)
    {
        if (tables.JoinBy(table, Item) is not { } item)
        {
            return null;
        }
        const string rate = "coalesce(\"dim_item\".\"tax_rate\", 0)";
        if (!tables.Taxpayers.Contains(SmallScale))
        {
            dims?.TryAdd(Item, item);
            return $" * (1 + {rate})";
        }
        if (tables.JoinBy(table, LegalEntity) is not { } entity)
        {
            return null;
        }
        dims?.TryAdd(Item, item);
        dims?.TryAdd(LegalEntity, entity);
        return $" * case when \"dim_legal_entity\".\"taxpayer_type\" = '{SmallScale}' then 1 else 1 + {rate} end";
    }
}
