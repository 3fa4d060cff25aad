using System.Globalization;
using Analytics.Fixtures;
using Analytics.Reports.Explore;
using CsCheck;

namespace Analytics.Reports.Tests.Explore;

/// <summary>A random query, and which rows of the sample it counts.</summary>
internal sealed record ExploreCase(ExploreQuery Query, DateOnly From, DateOnly To)
{
    private static readonly Gen<ExploreFilter?> Filters = Gen.Select(
        Gen.Int[0, 6], Gen.Int[1, 9],
        (kind, n) => kind switch
        {
            0 => new ExploreFilter("store", FilterRule.In, [SampleStar.StoreCode(n), SampleStar.StoreCode(n % 5 + 1)]),
            1 => new ExploreFilter("party_class", FilterRule.NotIn, ["会员"]),
            2 => new ExploreFilter("is_return", FilterRule.In, [n % 2 == 0 ? "true" : "false"]),
            3 => new ExploreFilter("item", FilterRule.Contains, [string.Create(CultureInfo.InvariantCulture, $"{n}")]),
            4 => new ExploreFilter("category1", FilterRule.In, ["A"]),
            _ => null,
        });

    public static readonly Gen<ExploreCase> Random = Gen.Select(
        Gen.Select(
            Gen.Int[0, NaiveMeasures.Others.Length - 1].Array[1, 4], Gen.Bool, Gen.Bool,
            Gen.Int[0, NaiveMeasures.Dimensions.Length - 1].Array[0, 3]),
        Gen.Select(Gen.Int[0, 780], Gen.Int[0, 200], Gen.Bool),
        Filters,
        Gen.Int[0, 9],
        (names, range, filter, top) =>
        {
            var by = names.Item4.Distinct().Select(i => NaiveMeasures.Dimensions[i]).ToList();
            var measures = names.Item1.Distinct().Select(i => NaiveMeasures.Others[i]).ToList();
            var isOfLines = by.Any(NaiveMeasures.OfLines.Contains)
                || filter?.Column is "is_return" or "item" or "category1";
            if (names.Item2 && !isOfLines)
            {
                measures.AddRange(NaiveMeasures.OfTickets);
            }
            var from = new DateOnly(2023, 1, 1).AddDays(range.Item1);
            var to = from.AddDays(range.Item2);
            if (range.Item3)
            {
                from = new(from.Year, from.Month, 1);
                to = new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1);
            }
            return new ExploreCase(
                new(measures, by)
                {
                    Where = filter is null ? [] : [filter],
                    Top = top is > 0 and < 5 ? top : null,
                    HasSubtotals = names.Item3,
                    Range = new Dictionary<string, string>
                    {
                        ["from_date"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        ["to_date"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    },
                },
                from,
                to);
        });

    public bool Counts(SampleSale sale) =>
        sale.BusinessDate >= From && sale.BusinessDate <= To && Query.Where.All(filter => Holds(filter, sale));

    private static bool Holds(ExploreFilter filter, SampleSale sale) => filter.Column switch
    {
        "is_return" => (sale.Kind == "sale_return") == (filter.Values[0] == "true"),
        _ when filter.Rule == FilterRule.Contains => SampleStar.ItemCode(sale.Dims.Item).Contains(filter.Values[0])
            || SampleStar.ItemName(sale.Dims.Item).Contains(filter.Values[0]),
        _ => filter.Values.Contains(NaiveMeasures.CodeOf(filter.Column, sale)) == (filter.Rule == FilterRule.In),
    };
}
