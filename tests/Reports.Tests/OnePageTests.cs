namespace Analytics.Reports.Tests;

/// <summary>What a customer's and an item's page say is what the reports of each of its parts say.</summary>
[Collection(nameof(LivedCompany))]
public sealed class OnePageTests(LivedCompany company)
{
    private static readonly string[] Range = ["from_date=2025-06-15", "to_date=2025-12-31"];
    private static readonly string[] Party = ["party_code"];
    private static readonly string[] By = ["by_code"];
    private static readonly string[] Item = ["item_code"];

    [Fact]
    public async Task A_customers_sales_are_those_of_the_sales_analysis()
    {
        var page = await company.AnswerAsync("customers/customer_360", Range);
        var sales = await company.AnswerAsync("sales/analysis", [.. Range, "by=party", "then=none"]);

        page.Pairs(Party, "sales_amount", "margin_amount").ShouldBe(
            sales.Pairs(By, "sales_amount", "margin_amount").Where(entry => entry.Key.Length > 0).ToDictionary());
    }

    [Theory]
    [InlineData("2025-09-30")]
    [InlineData("2026-03-20")]
    public async Task What_a_customer_owes_is_what_is_open_and_overdue_of_it_is_beyond_its_day(string day)
    {
        var page = await company.AnswerAsync("customers/customer_360", [.. Range, $"as_of={day}"]);
        var aged = await company.AnswerAsync("money/aging", $"as_of={day}", "account=1122");

        page.Pairs(Party, "balance_amount", "overdue_amount").ShouldBe(
            aged.Pairs(By, "balance_amount", "overdue_amount"));
    }

    [Fact]
    public async Task Advances_rebates_and_points_are_those_of_their_own_reports_and_facts()
    {
        var page = await company.AnswerAsync("customers/customer_360", [.. Range, "as_of=2026-03-20"]);
        string[] all = ["from_date=2000-01-01", "to_date=2026-03-20"];
        var advances = await company.AnswerAsync("money/advances", all);
        var rebates = await company.AnswerAsync("money/rebates", all);
        var points = await company.FactsAsync("""
            select p.party_code, sum(f.points_qty), sum(f.stored_paid_amount + f.stored_bonus_amount)
            from {s}.fact_points f join {s}.dim_party p on p.party_id = f.party_id and p.is_current
            where f.party_id > 0 group by all
            having sum(f.points_qty) <> 0 or sum(f.stored_paid_amount + f.stored_bonus_amount) <> 0
            """);

        Of(page, Party, "advance_open_amount").ShouldBe(
            Of(advances, By, "open_amount", row => advances.Text(row, "side") == "received"));
        Of(page, Party, "rebate_open_amount").Should().BeEquivalentTo(
            Of(rebates, By, "open_amount", row => rebates.Text(row, "side") == "customer"));
        page.Pairs(Party, "points_held_qty", "stored_held_amount").Should().BeEquivalentTo(points.ToDictionary(
            row => (string)row[0]!, row => (Convert.ToDecimal(row[1], null), Convert.ToDecimal(row[2], null))));
    }

    [Fact]
    public async Task An_items_sales_and_stock_are_those_of_the_sales_analysis_and_of_all_depots()
    {
        var page = await company.AnswerAsync("stock/item_360", [.. Range, "as_of=2025-12-31"]);
        var sales = await company.AnswerAsync("sales/analysis", [.. Range, "by=item", "then=none"]);
        var stock = await company.AnswerAsync("stock/on_hand", "on_date=2025-12-31");

        page.Pairs(Item, "sales_qty", "sales_amount").ShouldBe(sales.Pairs(By, "sales_qty", "sales_amount"));
        page.Pairs(Item, "closing_qty", "closing_value_amount").ShouldBe(
            stock.Pairs(Item, "closing_qty", "closing_value_amount"));
    }

    [Fact]
    public async Task The_last_price_of_an_item_is_that_of_its_last_receipt_in_the_book()
    {
        var page = await company.AnswerAsync("stock/item_360", [.. Range, "as_of=2026-03-20"]);
        var prices = await company.AnswerAsync("purchase/price_change", "from_date=2000-01-01", "to_date=2026-03-20");
        var last = prices.Rows.GroupBy(row => prices.Text(row, "item_code"))
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => prices.Number(row, "last_unit_price")).ToList());

        var told = page.Rows.Where(row => page.Number(row, "last_unit_price") != 0).ToList();
        told.Should().HaveCountGreaterThan(20).And.OnlyContain(row =>
            last[page.Text(row, "item_code")].Any(
                price => Math.Abs(price - page.Number(row, "last_unit_price")) < 0.00006m));
    }

    [Fact]
    public async Task What_was_reversed_was_neither_the_last_sale_nor_the_last_receipt()
    {
        // HA was received at 9 last, which was taken back; before that at 6 on 3 March.
        var page = await company.AnswerAsync("stock/item_360", "item=HA", "as_of=2026-03-20");

        page.Text(page.Rows.Single(), "last_received_date").Should().Be("03/03/2026");
        page.Number(page.Rows.Single(), "last_unit_price").Should().Be(6m);
    }

    private static Dictionary<string, decimal> Of(
        ReportResult answer, string[] keys, string name, Func<object?[], bool>? isWanted = null) => answer.Rows
        .Where(row => isWanted is null || isWanted(row))
        .Select(row => (Key: answer.Text(row, keys), Value: answer.Number(row, name)))
        .Where(entry => entry.Value != 0).ToDictionary(entry => entry.Key, entry => entry.Value);
}
