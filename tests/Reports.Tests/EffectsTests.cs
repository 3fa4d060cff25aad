using Analytics.Fixtures;
using Analytics.Reports.Tests.Naive;
using CsCheck;
using static Analytics.Reports.Tests.Naive.YearOnYearAnswer;

namespace Analytics.Reports.Tests;

/// <summary>What changed the margin (量价拆分), against the same parted item by item in plain C#.</summary>
public sealed class EffectsTests(Company company) : IClassFixture<Company>
{
    private static readonly string[] Effects = ["price", "cost", "volume", "new", "lost"];

    private static readonly string[] Members = ["none", "store", "region", "item", "category1", "employee"];
    private static readonly string[] Windows = ["last_year", "previous", "same_days_last_month"];

    [Fact]
    public Task Every_effect_equals_the_one_parted_item_by_item() => Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 750], Gen.Int[0, 60], Gen.Int[0, 2], Gen.Bool)
        .Where((_, _, days, compare, _) => compare != 2 || days < 27)
        .SampleAsync(
            async (member, start, days, compared, isGross) =>
            {
                var (by, compare) = (Members[member], Windows[compared]);
                var from = new DateOnly(2023, 1, 1).AddDays(start);
                var example = new YearOnYearCase(by, "none", from, from.AddDays(days), [compare]);
                var given = example.Parameters.Where(text => !text.StartsWith("grain=", StringComparison.Ordinal));
                var result = await AnswerAsync(given.Append("tax_basis=" + (isGross ? "gross" : "net")));
                AssertEquals(
                    result, example, compare,
                    [.. isGross ? company.Sales.Select(TaxBasisTests.WithTax) : company.Sales]);
            },
            iter: 80, threads: 1);

    [Fact]
    public async Task The_five_add_up_to_the_change_that_year_on_year_shows()
    {
        string[] range = ["by=store", "from_date=2024-05-01", "to_date=2024-07-31", "compare=last_year"];
        var compared = await company.AnswerAsync(range);
        var result = await AnswerAsync(range);
        result.Rows.Should().HaveCount(compared.Rows.Count);
        foreach (var row in result.Rows.Append(result.Totals!).Select(row => Cells(result, row)))
        {
            Effects.Sum(effect => row[$"{effect}_effect_amount"] as decimal? ?? 0)
                .Should().Be((decimal)row["margin_change_amount"]!);
        }
        Cells(result, result.Totals!)["margin_change_amount"].Should().Be(
            Cells(compared, compared.Totals!)["margin_amount_change_last_year"]);
    }

    [Fact]
    public async Task A_day_in_progress_counts_to_the_same_minute_on_both_sides()
    {
        foreach (var period in (string[])["today", "this_week", "this_month"])
        {
            var compared = await company.AnswerAsync("by=store", "period=" + period, "compare=last_year");
            var result = await AnswerAsync(["by=store", "period=" + period, "compare=last_year"]);
            Cells(result, result.Totals!)["margin_change_amount"].Should().Be(
                Cells(compared, compared.Totals!)["margin_amount_change_last_year"]);
            result.Windows[1].CutLabel.Should().Be(compared.Windows[1].CutLabel).And.NotBeNull();
        }
    }

    [Theory]
    [InlineData("compare=none")]
    [InlineData("compare=last_year,previous")]
    [InlineData("compare=custom:2024-01-15..2024-02-15")]
    public async Task It_takes_one_window_that_shares_no_day_with_the_range(string compare)
    {
        var outcome = await company.Runner.RunAsync(
            new("sales/effects", Given(["from_date=2024-02-01", "to_date=2024-02-29", compare])),
            Scope.Everything, default);
        outcome.Should().BeOfType<ReportOutcome.Refused>().Which.Lines.Should()
            .ContainSingle().Which.Where.Should().Be("compare");
    }

    private static void AssertEquals(ReportResult result, YearOnYearCase example, string window, SampleSale[] sales)
    {
        var (now, given) = (Sums(example, "current", sales), Sums(example, window, sales));
        var cells = now.Keys.Union(given.Keys);
        var byCode = cells.GroupBy(cell => cell.Code).ToDictionary(group => group.Key, group => group.ToList());
        result.Rows.Should().HaveCount(byCode.Count);
        foreach (var row in result.Rows.Select(row => Cells(result, row)))
        {
            var parted = byCode[(string)row["by_code"]!].ConvertAll(cell => Parted(
                now.GetValueOrDefault(cell), given.GetValueOrDefault(cell)));
            for (var at = 0; at < Effects.Length; at++)
            {
                // The engine divides in doubles: each item may fall on the other side of half a ten-thousandth.
                (row[$"{Effects[at]}_effect_amount"] as decimal? ?? 0).Should().BeApproximately(
                    parted.Sum(effects => effects[at]), 0.0001m * parted.Count);
            }
        }
    }

    private static decimal[] Parted(Sold now, Sold given)
    {
        if (given.Qty <= 0)
        {
            return [0, 0, 0, now.Margin - given.Margin, 0];
        }
        if (now.Qty <= 0)
        {
            return [0, 0, 0, 0, now.Margin - given.Margin];
        }
        var (price, cost) = (given.Amount / given.Qty, given.Cost / given.Qty);
        return
        [
            now.Amount - (price * now.Qty), -(now.Cost - (cost * now.Qty)), (now.Qty - given.Qty) * (price - cost), 0,
            0,
        ];
    }

    private static Dictionary<(string Code, int Item, int Store), Sold> Sums(
        YearOnYearCase example, string window, SampleSale[] sales)
    {
        var span = example.Whole(window).Single();
        return sales.Where(span.Counts)
            .GroupBy(sale => (NaiveYearOnYear.CodeOf(example.By, sale.Dims), sale.Dims.Item, sale.Dims.Store))
            .ToDictionary(group => group.Key, group => new Sold(
                group.Sum(sale => sale.Figures.Qty), group.Sum(sale => sale.Figures.Net),
                group.Sum(sale => sale.Figures.Cost)));
    }

    private async Task<ReportResult> AnswerAsync(IEnumerable<string> parameters) =>
        (await company.Runner.RunAsync(new("sales/effects", Given(parameters)), Scope.Everything, default))
            .Should().BeOfType<ReportOutcome.Answer>().Subject.Result;

    private static Dictionary<string, string> Given(IEnumerable<string> parameters) =>
        parameters.Select(text => text.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private readonly record struct Sold(decimal Qty, decimal Amount, decimal Cost)
    {
        public decimal Margin => Amount - Cost;
    }
}
