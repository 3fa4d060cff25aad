using Analytics.Ledger;
using static Analytics.Reports.Tests.SmallCompany;

namespace Analytics.Reports.Tests;

/// <summary>Companies of either taxpayer type (纳税人类型): which basis is the default, and whose cost bears tax
/// already. Each sells one of ten pieces bought at 10.00 and 1.30 tax, for 20.00 and its tax.</summary>
public sealed class TaxpayerTests
{
    [Fact]
    public async Task A_small_scale_taxpayer_counts_with_tax_where_nothing_else_is_asked_for()
    {
        await using var company = await CreateAsync(Submissions([TaxpayerType.SmallScale]));
        var result = await company.AnswerAsync("sales/year_on_year", "compare=none");

        result.Params["tax_basis"].Should().Be("gross");
        result.Sum("sales_amount").Should().Be(20.60m);
        result.Sum("margin_amount").Should().Be(20.60m - 11.30m, "its cost bears the tax already");
    }

    [Fact]
    public async Task Companies_of_both_types_count_without_tax_and_with_it_each_by_its_own()
    {
        await using var company = await CreateAsync(Submissions([TaxpayerType.General, TaxpayerType.SmallScale]));
        var plain = await company.AnswerAsync("sales/year_on_year", "compare=none");
        var taxed = await company.AnswerAsync("sales/year_on_year", "compare=none", "tax_basis=gross");

        plain.Params["tax_basis"].Should().Be("net");
        plain.FiguresOf("by_code", "S0", "sales_amount", "margin_amount").Should().Equal(20m, 10m);
        plain.FiguresOf("by_code", "S1", "sales_amount", "margin_amount").Should().Equal(20m, 8.70m);
        taxed.FiguresOf("by_code", "S0", "sales_amount", "margin_amount").Should().Equal(22.60m, 11.30m);
        taxed.FiguresOf("by_code", "S1", "sales_amount", "margin_amount").Should().Equal(20.60m, 9.30m);
        taxed.Relation.Should().Be("fact_sales");
    }

    private static IEnumerable<Submission> Submissions(TaxpayerType[] types)
    {
        foreach (var master in Masters())
        {
            yield return master;
        }
        for (var n = 0; n < types.Length; n++)
        {
            yield return new LegalEntityMaster($"L{n}", $"公司{n}") { TaxpayerType = types[n] };
            yield return new StoreMaster($"S{n}", $"店{n}") { LegalEntityCode = $"L{n}" };
            yield return Of(
                DocumentKind.PurchaseReceipt, $"R{n}", $"S{n}", At(3, 10), Line("A", 10, 100, 0.13m));
            yield return Of(
                DocumentKind.Sale, $"X{n}", $"S{n}", At(3, 11),
                Line("A", 1, 20, types[n] == TaxpayerType.SmallScale ? 0.03m : 0.13m));
        }
    }
}
