using Analytics.Ledger.Invoices;
using Analytics.Ledger.Purchasing;

namespace Analytics.Reports.Tests;

/// <summary>Figures of the reports on orders, deliveries and purchases, against the book and against what the
/// <see cref="Handful"/> comes to by hand.</summary>
[Collection(nameof(LivedCompany))]
public sealed class TradeFigureTests(LivedCompany lived)
{
    private static readonly string[] March = ["from_date=2026-03-01", "to_date=2026-03-20"];
    private static readonly string[] Place = ["depot_code", "item_code"];

    [Fact]
    public async Task What_is_available_is_on_hand_less_what_orders_wait_for_and_what_is_to_come_is_beside_it()
    {
        var available = await lived.AnswerAsync("stock/available");
        var stock = await lived.AnswerAsync("stock/on_hand");
        var open = await lived.FactsAsync("""
            select sum(open_qty) filter (order_kind = 'sales_order'),
                sum(open_qty) filter (order_kind in ('purchase_order', 'arrival_notice'))
            from {s}.fact_order
            """);

        available.Pairs(Place, "closing_qty", "closing_qty").ShouldBe(stock.Pairs(Place, "closing_qty", "closing_qty"));
        available.Sum("open_sales_qty").Should().BePositive().And.Be((decimal)open[0][0]!);
        available.Sum("incoming_qty").Should().BePositive().And.Be((decimal)open[0][1]!);
        // On hand 40, 10 to go, 20 to come.
        var row = available.Rows.Single(row => available.Text(row, Place) == "H1/HA");
        available.Numbers(row, "closing_qty", "open_sales_qty", "available_qty", "incoming_qty", "projected_qty")
            .Should().Equal(40, 10, 30, 20, 50);
        // The order that ended waits for nothing any more.
        row = available.Rows.Single(row => available.Text(row, Place) == "H1/HB");
        available.Numbers(row, "closing_qty", "open_sales_qty", "available_qty").Should().Equal(17, 0, 17);
    }

    [Fact]
    public async Task What_is_lacking_is_less_than_orders_want()
    {
        var all = await lived.AnswerAsync("stock/available");
        var lacking = await lived.AnswerAsync("stock/available", "lacking_only=true");

        lacking.Rows.Select(row => lacking.Text(row, Place)).Should().BeEquivalentTo(
            all.Rows.Where(row => all.Number(row, "available_qty") < 0).Select(row => all.Text(row, Place)));
    }

    [Fact]
    public async Task The_last_price_of_each_supplier_and_item_is_the_books()
    {
        var prices = await lived.AnswerAsync("purchase/price_change", "from_date=2020-01-01", "to_date=2026-03-20");
        var book = new Dictionary<string, decimal>();
        await using var view = await lived.Book.ReadAsync(default);
        await foreach (var price in new PriceHistory(view).LastOfEachAsync(default))
        {
            book.Add($"{price.PartyCode}/{price.ItemCode}", price.NetPrice);
        }

        book.Should().HaveCountGreaterThan(50);
        prices.Rows.ToDictionary(
            row => prices.Text(row, "party_code", "item_code"), row => prices.Number(row, "last_unit_price"))
            .ShouldBe(book);
    }

    [Fact]
    public async Task A_price_is_beside_the_one_before_it_and_what_was_taken_back_is_none()
    {
        var march = await lived.AnswerAsync("purchase/price_change", [.. March, "item=HA"]);
        var year = await lived.AnswerAsync("purchase/price_change", "from_date=2026-01-01", "item=HA",
            "to_date=2026-03-20");
        var late = await lived.AnswerAsync("purchase/price_change", "from_date=2026-03-03", "item=HA",
            "to_date=2026-03-20");

        string[] names =
        [
            "last_unit_price", "previous_unit_price", "unit_price_change", "unit_price_change_rate",
            "least_unit_price", "most_unit_price", "average_unit_price", "purchase_count", "qty",
        ];
        march.Numbers(march.Rows.Single(), names).Should().Equal(6, 5, 1, 0.2m, 5, 6, 5.2m, 2, 50);
        year.Numbers(year.Rows.Single(), "least_unit_price", "purchase_count", "net_amount").Should().Equal(5, 3, 290);
        late.Numbers(late.Rows.Single(), names).Should().Equal(6, 5, 1, 0.2m, 6, 6, 6, 1, 10);
    }

    [Fact]
    public async Task Prices_that_changed_alone_leave_out_the_rest_and_those_without_one_before()
    {
        var all = await lived.AnswerAsync("purchase/price_change");
        var changed = await lived.AnswerAsync("purchase/price_change", "changed_only=true");

        changed.Rows.Should().HaveCountGreaterThan(5).And.HaveCount(
            all.Rows.Count(row => all.Number(row, "unit_price_change") != 0));
    }

    [Fact]
    public async Task What_is_received_and_not_invoiced_is_the_books()
    {
        var shown = await lived.AnswerAsync("purchase/uninvoiced");
        var book = new Dictionary<string, (decimal, decimal, decimal, decimal)>();
        await using var view = await lived.Book.ReadAsync(default);
        await foreach (var line in new UninvoicedReader(view).ReceiptsAsync(null, default))
        {
            book.Add(
                $"{line.Seq}/{line.LineNo}/{line.PartyCode}/{line.ItemCode}",
                (line.Returned.ToDecimal(), line.Invoiced.ToDecimal(), line.Left.ToDecimal(),
                    line.LeftAmount.ToDecimal()));
        }

        book.Should().HaveCountGreaterThan(100);
        shown.Rows.ToDictionary(
            row => shown.Text(row, "document_key", "line_no", "party_code", "item_code"),
            row => (shown.Number(row, "returned_qty"), shown.Number(row, "invoiced_qty"),
                shown.Number(row, "uninvoiced_qty"), shown.Number(row, "uninvoiced_amount")))
            .ShouldBe(book);
    }

    [Fact]
    public async Task Of_a_receipt_there_is_left_what_neither_went_back_nor_was_invoiced_by_the_day()
    {
        var shown = await lived.AnswerAsync("purchase/uninvoiced", "party=HV");
        var before = await lived.AnswerAsync("purchase/uninvoiced", "party=HV", "as_of=2026-03-06");
        var estimates = await lived.AnswerAsync("purchase/uninvoiced", "party=HV", "estimated_only=true");
        var owed = await lived.BookAsync("""
            select sum(case when m.credit_account = '220202' then m.amount else 0 end)
                - sum(case when m.debit_account = '220202' then m.amount else 0 end)
            from money_movement m
            """);

        string[] names =
            ["qty", "returned_qty", "invoiced_qty", "uninvoiced_qty", "uninvoiced_amount", "estimate_amount"];
        shown.Rows.Select(row => shown.Text(row, "document_no")).Should().Equal("HR0", "HR1", "HR2", "HR3");
        shown.Numbers(shown.RowOf("document_no", "HR1"), names).Should().Equal(40, 5, 12, 23, 129.95m, 0);
        shown.Numbers(shown.RowOf("document_no", "HR2"), names).Should().Equal(10, 0, 0, 10, 67.8m, 0);
        shown.Numbers(shown.RowOf("document_no", "HR3"), names).Should().Equal(20, 0, 8, 12, 67.8m, 60);
        before.Numbers(before.RowOf("document_no", "HR1"), names).Should().Equal(40, 5, 0, 35, 197.75m, 0);
        before.Numbers(before.RowOf("document_no", "HR3"), names).Should().Equal(20, 0, 0, 20, 113, 100);
        estimates.Rows.Select(row => estimates.Text(row, "document_no")).Should().Equal("HR3");
        (await lived.AnswerAsync("purchase/uninvoiced")).Sum("estimate_amount").Should()
            .Be((long)owed[0][0]! / 10000m);
    }

    [Fact]
    public async Task Sales_are_lost_by_what_an_order_ended_short_of_at_its_price()
    {
        var lost = await lived.AnswerAsync("orders/lost_sales", "from_date=2020-01-01", "to_date=2026-03-20");
        var ended = await lived.FactsAsync(
            "select sum(ended_qty) from {s}.fact_order where order_kind = 'sales_order'");

        // Of 8 for 90.4 with tax 3 did not come.
        var row = lost.RowOf("by_code", "HB");
        lost.Text(row, "reason_code").Should().Be("short");
        lost.Numbers(row, "lost_line_count", "ended_qty", "lost_amount").Should().Equal(1, 3, 33.9m);
        lost.Sum("ended_qty").Should().Be((decimal)ended[0][0]!);
    }

    [Fact]
    public async Task Deliveries_are_counted_when_they_leave_and_signed_for_when_they_are()
    {
        var all = await lived.AnswerAsync("orders/delivery_volume", March);
        var days = await lived.AnswerAsync("orders/delivery_volume", [.. March, "grain=day", "by=party"]);

        string[] names =
        [
            "delivery_count", "delivery_line_count", "dispatched_qty", "signed_qty", "refused_qty", "refused_rate",
            "dispatched_gross_amount", "signed_gross_amount",
        ];
        all.Numbers(all.RowOf("by_code", "H1"), names).Should().Equal(1, 1, 5, 3, 2, 0.4m, 56.5m, 33.9m);
        days.Rows.Select(row => (days.Text(row, "by_code"), days.Number(row, "dispatched_qty"),
                days.Number(row, "signed_qty"), days.Number(row, "delivery_count")))
            .Should().BeEquivalentTo([("HC", 5m, 0m, 1m), ("HC", 0m, 3m, 0m)]);
    }
}
