using Analytics.Fixtures;
using Analytics.Reports.Explore;
using Analytics.Reports.Tests.Naive;
using CsCheck;
using static Analytics.Reports.Tests.Naive.YearOnYearAnswer;

namespace Analytics.Reports.Tests;

/// <summary>Sales with tax (含税口径) against plain records whose amounts and costs were given their tax by hand. The
/// sample's items are all of 13 %, and it has no companies in law: its taxpayer is a general one.</summary>
[Collection(nameof(LivedCompany))]
public sealed class TaxBasisTests(Company company, LivedCompany lived) : IClassFixture<Company>
{
    private static readonly string[] Measures =
    [
        "sales_amount", "cost_amount", "margin_amount", "margin_rate", "average_price_amount",
        "management_margin_amount", "gross_amount", "tax_amount",
    ];

    private static readonly string[] Dimensions = ["store", "item", "category1", "party", "employee"];

    /// <summary>A record as it counts with tax.</summary>
    public static SampleSale WithTax(SampleSale sale) => sale with
    {
        Figures = sale.Figures with { Net = sale.Figures.Gross, Tax = 0, Cost = sale.Figures.Cost * 1.13m },
    };

    [Fact]
    public Task Year_on_year_with_tax_equals_plain_records_with_tax() => YearOnYearCase.Random.SampleAsync(
        async example =>
        {
            var result = await company.AnswerAsync([.. example.Parameters, "tax_basis=gross"]);
            YearOnYearAnswer.AssertEquals(result, example, [.. company.Sales.Select(WithTax)]);
        },
        iter: 60, threads: 1);

    [Fact]
    public Task Rollups_that_cannot_tell_the_items_are_not_read() => YearOnYearCase.Random.SampleAsync(
        async example =>
        {
            string[] given = [.. example.Parameters, "tax_basis=gross"];
            var fast = await company.AnswerAsync(given);
            var slow = (await company.RunAsync(Scope.Everything, useRollups: false, given))
                .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
            Texts(fast).Should().Equal(Texts(slow));
            fast.Relation.Should().MatchRegex("^(fact_sales|rollup_sales_[a-z]+_item)");
        },
        iter: 40, threads: 1);

    [Fact]
    public Task Any_measures_of_the_explorer_are_of_one_basis() => ExploreCase().SampleAsync(
        async (by, from, days) =>
        {
            var (first, last) = (new DateOnly(2023, 1, 1).AddDays(from), new DateOnly(2023, 1, 1).AddDays(from + days));
            var result = await ExploreAsync(by, $"{first:yyyy-MM-dd}", $"{last:yyyy-MM-dd}");
            var rows = company.Sales.Where(sale => sale.BusinessDate >= first && sale.BusinessDate <= last)
                .GroupBy(sale => NaiveYearOnYear.CodeOf(by, sale.Dims)).ToList();
            result.Rows.Should().HaveCount(rows.Count);
            foreach (var cells in result.Rows.Select(row => Cells(result, row)))
            {
                var raw = rows.Single(group => group.Key == (string)cells[by + "_code"]!).ToList();
                var taxed = raw.ConvertAll(WithTax);
                foreach (var measure in Measures)
                {
                    var told = Explore.NaiveMeasures.Of(
                        measure, measure is "gross_amount" or "tax_amount" ? raw : taxed);
                    Explore.NaiveMeasures.AreEqual(cells[measure] as decimal?, told)
                        .Should().BeTrue("{0} {1} is {2}", measure, cells[measure], told);
                }
            }
        },
        iter: 40, threads: 1);

    [Fact]
    public async Task An_answer_says_its_basis_and_the_default_of_a_general_taxpayer_is_without_tax()
    {
        var plain = await company.AnswerAsync("from_date=2024-03-01", "to_date=2024-03-31");
        var taxed = await company.AnswerAsync("from_date=2024-03-01", "to_date=2024-03-31", "tax_basis=gross");

        plain.Params["tax_basis"].Should().Be("net");
        LabelOf(plain, "sales_amount").Should().Be("销售额（不含税）");
        plain.Notes.Should().NotContain(note => note.Zh.Contains("含税", StringComparison.Ordinal));
        taxed.Params["tax_basis"].Should().Be("gross");
        LabelOf(taxed, "sales_amount").Should().Be("销售额（含税）");
        LabelOf(taxed, "sales_amount_growth_rate_last_year").Should().StartWith("销售额（含税）");
        taxed.Notes.Should().Contain(note => note.Zh.Contains("含税", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_keep_their_net_amount_and_add_up_to_the_analysis_on_either_basis()
    {
        string[] range = ["from_date=2025-05-03", "to_date=2026-02-17"];
        var plain = await lived.AnswerAsync("sales/detail", range);
        var taxed = await lived.AnswerAsync("sales/detail", [.. range, "tax_basis=gross"]);
        var facts = await lived.FactsAsync("""
            select sum(s.net_amount), sum(s.gross_amount), sum(s.cost_amount * (1 + i.tax_rate)),
                sum(s.management_cost_amount * (1 + i.tax_rate))
            from {s}.fact_sales s join {s}.dim_item i on i.item_id = s.item_id and i.is_current
            where s.business_date between '2025-05-03' and '2026-02-17'
                and s.document_kind <> 'cost_adjustment'
            """);
        var (gross, cost) = ((decimal)facts[0][1]!, (decimal)facts[0][2]!);

        plain.Sum("net_amount").Should().Be((decimal)facts[0][0]!).And.Be(taxed.Sum("net_amount"));
        taxed.Sum("cost_amount").Should().Be(cost).And.BeGreaterThan(plain.Sum("cost_amount"));
        taxed.Sum("margin_amount").Should().Be(gross - cost);
        LabelOf(taxed, "net_amount").Should().Be(LabelOf(plain, "net_amount"));
    }

    [Fact]
    public async Task Analysis_and_ranking_take_cost_and_order_of_the_same_basis()
    {
        string[] range = ["from_date=2025-05-03", "to_date=2026-02-17", "tax_basis=gross"];
        var managed = await lived.AnswerAsync("sales/analysis", [.. range, "cost_basis=management"]);
        var ranking = await lived.AnswerAsync("sales/ranking", [.. range, "top=9", "order_by=margin_amount"]);
        var facts = await lived.FactsAsync("""
            select i.item_code, sum(s.gross_amount), sum(s.management_cost_amount * (1 + i.tax_rate)),
                sum(s.gross_amount) - sum(s.cost_amount * (1 + i.tax_rate))
            from {s}.fact_sales s join {s}.dim_item i on i.item_id = s.item_id and i.is_current
            where s.business_date between '2025-05-03' and '2026-02-17' group by 1
            """);
        var (gross, cost) = (facts.Sum(row => (decimal)row[1]!), facts.Sum(row => (decimal)row[2]!));

        managed.Total("sales_amount").Should().Be(gross);
        managed.Total("cost_amount").Should().Be(cost);
        managed.Total("margin_amount").Should().Be(gross - cost);
        managed.Sum("margin_amount").Should().Be(gross - cost);
        ranking.Rows.Select(row => ranking.Number(row, "margin_amount")).Should().Equal(
            facts.Select(row => (decimal)row[3]!).OrderDescending().Take(9));
    }

    [Fact]
    public async Task What_a_cost_is_masked_in_stays_masked_with_tax()
    {
        var masked = (await company.RunAsync(
            Scope.Everything with { Masks = ScopeMasks.Cost }, true, "tax_basis=gross", "period=last_365_days"))
            .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        Cells(masked, masked.Totals!)["margin_amount"].Should().BeNull();
        Cells(masked, masked.Totals!)["sales_amount"].Should().BeOfType<decimal>();
    }

    private static Gen<(string By, int From, int Days)> ExploreCase() => Gen.Select(
        Gen.Int[0, Dimensions.Length - 1], Gen.Int[0, 700], Gen.Int[0, 90],
        (by, from, days) => (Dimensions[by], from, days));

    private async Task<ReportResult> ExploreAsync(string by, string from, string to)
    {
        var explorer = new Explorer(company.Runner, MeasureCatalog.Load(company.Glossary));
        var query = new ExploreQuery(Measures, [by])
        {
            Range = new Dictionary<string, string>
            {
                ["from_date"] = from, ["to_date"] = to, ["tax_basis"] = "gross",
            },
        };
        return (await explorer.RunAsync(query, Scope.Everything, default))
            .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
    }

    private static string LabelOf(ReportResult result, string name) =>
        result.Columns.Single(column => column.Name == name).Label.Zh;
}
