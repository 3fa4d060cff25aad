using System.Globalization;

namespace Analytics.Reports.Tests;

/// <summary>Figures of the reports on sales and customers against plain sums over the facts.</summary>
[Collection(nameof(LivedCompany))]
public sealed class SalesFigureTests(LivedCompany lived)
{
    private static readonly string[] Range = ["from_date=2025-05-03", "to_date=2026-02-17"];

    [Theory]
    [InlineData("book", "cost_amount")]
    [InlineData("management", "management_cost_amount")]
    public async Task An_analysis_takes_the_cost_it_is_asked_for(string basis, string column)
    {
        var analysis = await lived.AnswerAsync("sales/analysis", [.. Range, "cost_basis=" + basis]);
        var facts = await lived.FactsAsync($"""
            select sum(net_amount), sum({column}) from {"{s}"}.fact_sales
            where business_date between '2025-05-03' and '2026-02-17'
            """);
        var (sales, cost) = ((decimal)facts[0][0]!, (decimal)facts[0][1]!);

        Sum(analysis, "sales_amount").Should().Be(sales).And.BePositive();
        Sum(analysis, "cost_amount").Should().Be(cost);
        Sum(analysis, "margin_amount").Should().Be(sales - cost);
        Total(analysis, "margin_amount").Should().Be(sales - cost);
    }

    [Fact]
    public async Task A_ranking_holds_the_best_or_the_worst_in_order()
    {
        var facts = await lived.FactsAsync("""
            select i.item_code, sum(s.net_amount) from {s}.fact_sales s
            join {s}.dim_item i on i.item_id = s.item_id and i.is_current
            where s.business_date between '2025-05-03' and '2026-02-17' group by i.item_code
            """);
        var order = facts.OrderByDescending(row => (decimal)row[1]!)
            .ThenBy(row => (string)row[0]!, StringComparer.Ordinal).Select(row => row[1]).ToList();

        var best = await lived.AnswerAsync("sales/ranking", [.. Range, "top=7"]);
        var worst = await lived.AnswerAsync("sales/ranking", [.. Range, "top=7", "direction=worst"]);

        best.Rows.Select(row => row[IndexOf(best, "sales_amount")]).Should().Equal(order.Take(7));
        worst.Rows.Select(row => row[IndexOf(worst, "sales_amount")])
            .Should().Equal(order.AsEnumerable().Reverse().Take(7));
        Total(best, "sales_amount").Should().Be(order.Sum(amount => (decimal)amount!));
    }

    [Fact]
    public async Task Lines_add_up_to_the_sales_and_may_be_of_one_store()
    {
        var facts = await lived.FactsAsync("""
            select st.store_code, sum(s.net_amount), count(*) from {s}.fact_sales s
            join {s}.dim_store st on st.store_id = s.store_id and st.is_current
            where s.business_date between '2025-05-03' and '2026-02-17' and s.document_kind <> 'cost_adjustment'
            group by all order by 3 desc
            """);

        var all = await lived.AnswerAsync("sales/detail", Range);
        var one = await lived.AnswerAsync("sales/detail", [.. Range, "store=" + facts[0][0]]);

        Sum(all, "net_amount").Should().Be(facts.Sum(row => (decimal)row[1]!));
        Sum(one, "net_amount").Should().Be((decimal)facts[0][1]!);
        one.Rows.Count.Should().Be((int)(long)facts[0][2]!).And.BeLessThan(all.Rows.Count);
        all.Totals.Should().BeNull("the first of many lines is no total");
    }

    [Fact]
    public async Task Returns_and_gifts_are_the_lines_that_are_marked_so()
    {
        var answer = await lived.AnswerAsync("sales/gifts_returns", Range);
        var facts = await lived.FactsAsync("""
            select -sum(case when is_return then qty else 0 end),
                -sum(case when is_return then gross_amount else 0 end),
                sum(case when line_purpose = 'gift' then cost_amount else 0 end)
            from {s}.fact_sales where business_date between '2025-05-03' and '2026-02-17'
            """);

        Sum(answer, "return_qty").Should().Be((decimal)facts[0][0]!).And.BePositive();
        Sum(answer, "return_amount").Should().Be((decimal)facts[0][1]!);
        Sum(answer, "gift_cost_amount").Should().Be((decimal)facts[0][2]!);
    }

    [Fact]
    public async Task A_customers_contribution_is_his_margin_less_rebates_and_expenses()
    {
        var answer = await lived.AnswerAsync("customers/profitability", Range);
        var facts = await lived.FactsAsync("""
            select
                (select sum(net_amount - cost_amount) from {s}.fact_sales
                    where business_date between '2025-05-03' and '2026-02-17')
                - coalesce((select sum(booked_amount) from {s}.fact_rebate
                    where business_date between '2025-05-03' and '2026-02-17' and side = 'customer'), 0)
                - coalesce((select sum(expense_amount) from {s}.fact_expense
                    where business_date between '2025-05-03' and '2026-02-17' and party_id > 0), 0)
            """);

        Sum(answer, "profit_amount").Should().Be((decimal)facts[0][0]!);
        Total(answer, "profit_amount").Should().Be((decimal)facts[0][0]!);
    }

    [Fact]
    public async Task Points_and_expenses_add_up_to_their_facts()
    {
        var points = await lived.AnswerAsync("customers/points", Range);
        var expenses = await lived.AnswerAsync("money/expenses", Range);
        var facts = await lived.FactsAsync("""
            select
                (select sum(points_qty) from {s}.fact_points
                    where business_date between '2025-05-03' and '2026-02-17'),
                (select sum(expense_amount) from {s}.fact_expense
                    where business_date between '2025-05-03' and '2026-02-17')
            """);

        Sum(points, "points_qty").Should().Be((decimal)facts[0][0]!);
        (Sum(points, "points_added_qty") - Sum(points, "points_taken_qty")).Should().Be((decimal)facts[0][0]!);
        Sum(expenses, "expense_amount").Should().Be((decimal)facts[0][1]!).And.BePositive();
    }

    private static decimal Sum(ReportResult result, string name) => result.Rows
        .Sum(row => Convert.ToDecimal(row[IndexOf(result, name)], CultureInfo.InvariantCulture));

    private static decimal Total(ReportResult result, string name) =>
        Convert.ToDecimal(result.Totals![IndexOf(result, name)], CultureInfo.InvariantCulture);

    private static int IndexOf(ReportResult result, string name) =>
        result.Columns.ToList().FindIndex(column => column.Name == name);
}
