using System.Globalization;
using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;

namespace Analytics.Reports.Tests.Explore;

/// <summary>Measures and dimensions told again in plain C# over the sample's records.</summary>
internal static class NaiveMeasures
{
    public static readonly string[] OfTickets = ["ticket_count", "average_ticket_amount", "items_per_ticket"];

    public static readonly string[] Others =
    [
        "sales_qty", "sales_amount", "gross_amount", "list_amount", "tax_amount", "discount_amount", "cost_amount",
        "margin_amount", "margin_rate", "discount_rate", "average_price_amount", "return_qty", "return_amount",
        "return_rate", "member_amount", "member_rate", "insured_rate", "buyer_count", "item_count",
        "selling_day_count", "line_ticket_count", "management_margin_amount",
    ];

    public static readonly string[] Dimensions =
    [
        "store", "region", "item", "category1", "category", "party", "party_class", "employee", "ship_province",
        "department", "hour", "weekday", "month", "brand",
    ];

    public static readonly string[] OfLines = ["item", "category1", "category", "brand"];

    /// <summary>Sums are exact; a rate of the engine has the sixteen digits of a double.</summary>
    public static bool AreEqual(decimal? one, decimal? other) =>
        one is null || other is null ? one == other : Math.Abs(one.Value - other.Value) <= 1e-9m;

    public static string CodeOf(string by, SampleSale sale) => by switch
    {
        "department" => SampleStar.DepartmentCode(SampleStar.DepartmentOf(sale.Dims.Store)),
        "hour" => (sale.BusinessMinute / 60).ToString("00", CultureInfo.InvariantCulture),
        "weekday" => (((int)sale.BusinessDate.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture),
        "month" => sale.BusinessDate.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        "brand" => "牌",
        _ => NaiveYearOnYear.CodeOf(by, sale.Dims),
    };

    /// <summary>Null where there is nothing, or nothing to divide by.</summary>
    public static decimal? Of(string measure, IReadOnlyCollection<SampleSale> rows) => measure switch
    {
        _ when rows.Count == 0 => null,
        "sales_qty" => rows.Sum(row => row.Figures.Qty),
        "sales_amount" => Net(rows),
        "gross_amount" => Gross(rows),
        "list_amount" => List(rows),
        "tax_amount" => rows.Sum(row => row.Figures.Tax),
        "discount_amount" => rows.Sum(row => row.Figures.Discount),
        "cost_amount" => Cost(rows),
        "margin_amount" or "management_margin_amount" => Net(rows) - Cost(rows),
        "margin_rate" => Rate(Net(rows) - Cost(rows), Net(rows)),
        "discount_rate" => Rate(rows.Sum(row => row.Figures.Discount), List(rows)),
        "average_price_amount" => Rate(Net(rows), rows.Sum(row => row.Figures.Qty)),
        "return_qty" => -Returns(rows).Sum(row => row.Figures.Qty),
        "return_amount" => -Gross(Returns(rows)),
        "return_rate" => Rate(-Gross(Returns(rows)), Gross(rows.Where(row => row.Kind != "sale_return"))),
        "member_amount" => Gross(rows.Where(IsMember)),
        "member_rate" => Rate(Gross(rows.Where(IsMember)), Gross(rows)),
        "insured_rate" => Rate(Gross(rows.Where(row => row.DocumentKey % 7 == 0)), Gross(rows)),
        "buyer_count" => rows.Select(row => row.Dims.Party).Where(party => party > 0).Distinct().Count(),
        "item_count" => Moving(rows).Select(row => row.Dims.Item).Distinct().Count(),
        "selling_day_count" => Moving(rows).Select(row => row.BusinessDate).Distinct().Count(),
        "ticket_count" or "line_ticket_count" => Tickets(rows),
        "average_ticket_amount" => Rate(Gross(rows), Tickets(rows)),
        "items_per_ticket" => Rate(rows.Sum(row => row.Figures.Qty), Tickets(rows)),
        _ => throw new ArgumentException(measure, nameof(measure)),
    };

    private static decimal? Rate(decimal part, decimal whole) => whole > 0 ? part / whole : null;

    private static IEnumerable<SampleSale> Returns(IEnumerable<SampleSale> rows) =>
        rows.Where(row => row.Kind == "sale_return");

    private static IEnumerable<SampleSale> Moving(IEnumerable<SampleSale> rows) =>
        rows.Where(row => row.Kind != "cost_adjustment");

    private static int Tickets(IEnumerable<SampleSale> rows) => rows.Count(row => row.Kind == "sale");

    private static bool IsMember(SampleSale row) => row.Dims.Party > 0 && row.Dims.Party % 2 == 0;

    private static decimal Net(IEnumerable<SampleSale> rows) => rows.Sum(row => row.Figures.Net);

    private static decimal Cost(IEnumerable<SampleSale> rows) => rows.Sum(row => row.Figures.Cost);

    private static decimal Gross(IEnumerable<SampleSale> rows) => rows.Sum(row => row.Figures.Gross);

    private static decimal List(IEnumerable<SampleSale> rows) =>
        rows.Sum(row => row.Figures.Gross + row.Figures.Discount);
}
