using Analytics.Fixtures;

namespace Analytics.Reports.Tests.Naive;

/// <summary>Year on year summed row by row in plain C#: what the engine's answer is held against.</summary>
internal static class NaiveYearOnYear
{
    /// <summary>Figures by code and bucket.</summary>
    public static Dictionary<(string Code, DateOnly Bucket), NaiveFigures> Sum(
        IEnumerable<SampleSale> sales, string by, IEnumerable<NaiveSpan> spans)
    {
        var answer = new Dictionary<(string, DateOnly), NaiveFigures>();
        var list = sales.ToList();
        foreach (var span in spans)
        {
            foreach (var sale in list.Where(span.Counts))
            {
                var key = (CodeOf(by, sale.Dims), span.Bucket);
                var sum = answer.GetValueOrDefault(key) ?? new(0, 0, 0);
                answer[key] = new(
                    sum.Qty + sale.Figures.Qty,
                    sum.Amount + sale.Figures.Net,
                    sum.Margin + sale.Figures.Net - sale.Figures.Cost);
            }
        }
        return answer;
    }

    public static string CodeOf(string by, SampleSaleDims dims) => by switch
    {
        "none" => "",
        "store" => SampleStar.StoreCode(dims.Store),
        "region" => SampleStar.RegionCode(dims.Store),
        "item" => SampleStar.ItemCode(dims.Item),
        "category1" => SampleStar.Category1Code(dims.Item),
        "category2" => SampleStar.Category2Code(dims.Item),
        "category" => SampleStar.CategoryCode(dims.Item),
        "party" => SampleStar.PartyCode(dims.Party),
        "party_class" => SampleStar.PartyClassCode(dims.Party),
        "employee" => SampleStar.EmployeeCode(dims.Employee),
        "ship_province" => SampleStar.ShipProvinceCode(dims.ShipTo),
        _ => throw new ArgumentException(by, nameof(by)),
    };
}
