using Analytics.Star;
using static Analytics.Fixtures.SampleStar;

namespace Analytics.Fixtures;

/// <summary>Fills the facts of <see cref="SampleStar"/>: sales, and the stock and money each of them moved.</summary>
internal static class SampleStarFacts
{
    public static void Fill(StarBuild build, IReadOnlyList<SampleSale> sales)
    {
        using (var facts = build.AppendTo("fact_sales"))
        {
            foreach (var sale in sales)
            {
                Sale(facts, sale);
            }
        }

        using (var stock = build.AppendTo("fact_stock_movement"))
        {
            foreach (var sale in sales)
            {
                stock.Append(sale.DocumentKey).Append(1).Append(1).Append(Number(sale)).Append(sale.Kind)
                    .Append(sale.BusinessDate).Append(At(sale)).Append(Month(sale))
                    .Append((long)sale.Dims.Store).Append((long)sale.Dims.Store)
                    .Append((long)sale.Dims.Item).Append((long)sale.Dims.Item)
                    .Append((long)sale.Dims.Store).Append(-1L).Append("").Append(-1L).Append("customer")
                    .Append((long)sale.Dims.Party).Append((long)sale.Dims.Party)
                    .Append((long)sale.Dims.Employee).Append((long)sale.Dims.Employee).Append(-1L)
                    .Append("pool").Append(-1L).Append(-1).Append(-1L).Append(false).Append(false).Append(false)
                    .Append(-sale.Figures.Qty).Append(-sale.Figures.Cost).EndRow();
            }
        }

        using var money = build.AppendTo("fact_money");
        foreach (var sale in sales)
        {
            money.Append(sale.DocumentKey).Append(1).Append(Number(sale)).Append(sale.Kind)
                .Append(sale.BusinessDate).Append(Month(sale))
                .Append((long)sale.Dims.Store).Append((long)sale.Dims.Store)
                .Append((long)sale.Dims.Party).Append((long)sale.Dims.Party)
                .Append((long)sale.Dims.Party).Append(-1L)
                .Append((long)sale.Dims.Employee).Append((long)sale.Dims.Employee).Append(-1L).Append(-1L).Append(-1L)
                .Append("1001").Append("6001").Append(false).Append(sale.Figures.Net).EndRow();
        }
    }

    private static void Sale(RowAppender facts, SampleSale sale)
    {
        var (dims, figures) = (sale.Dims, sale.Figures);
        var province = ShipProvinceCode(dims.ShipTo);
        var country = dims.ShipTo < 0 ? "" : "中国";
        facts.Append(sale.DocumentKey).Append(1).Append(Number(sale)).Append(sale.Kind)
            .Append(sale.BusinessDate).Append((short)sale.BusinessMinute).Append(At(sale)).Append(Month(sale))
            .Append((long)dims.Store).Append((long)dims.Store).Append((long)dims.Store)
            .Append((long)dims.Party).Append((long)dims.Party)
            .Append((long)dims.Item).Append((long)dims.Item)
            .Append((long)dims.Employee).Append((long)dims.Employee)
            .Append((long)DepartmentOf(dims.Store)).Append(-1L).Append(-1L).Append(-1L).Append(-1L)
            .Append((sbyte)(sale.BusinessMinute / 60)).Append("")
            .Append(country).Append(country).Append("").Append("")
            .Append(province).Append(province).Append("").Append("")
            .Append("cash").Append("").Append(figures.Qty).Append("盒").Append(1m)
            .Append(figures.Gross + figures.Discount).Append(figures.Net).Append(figures.Tax)
            .Append(figures.Gross).Append(figures.Discount)
            .Append(figures.Cost).Append(figures.Margin).Append(figures.Cost)
            .Append(sale.Kind == "sale" ? 1 : 0)
            .Append(-1L).Append(IsMember(sale)).Append(false).Append(IsInsured(sale))
            .Append(sale.Kind == "sale_return").Append(false).Append(false).Append(false).EndRow();
    }

    private static bool IsMember(SampleSale sale) => sale.Dims.Party > 0 && sale.Dims.Party % 2 == 0;

    private static bool IsInsured(SampleSale sale) => sale.DocumentKey % 7 == 0;

    private static string Number(SampleSale sale) => Code("XS", (int)sale.DocumentKey, 8);

    private static int Month(SampleSale sale) => sale.BusinessDate.Year * 100 + sale.BusinessDate.Month;

    /// <summary>UTC: the business day of the sample begins at midnight in Shanghai, eight hours ahead.</summary>
    private static DateTime At(SampleSale sale) =>
        sale.BusinessDate.ToDateTime(TimeOnly.MinValue).AddMinutes(sale.BusinessMinute - 480);
}
