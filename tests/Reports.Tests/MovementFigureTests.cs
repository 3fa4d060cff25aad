namespace Analytics.Reports.Tests;

/// <summary>Figures of the reports that stand on single movements of stock, against the facts reckoned another way and
/// against what the <see cref="Handful"/> comes to by hand.</summary>
[Collection(nameof(LivedCompany))]
public sealed class MovementFigureTests(LivedCompany lived)
{
    private static readonly string[] March = ["from_date=2026-03-01", "to_date=2026-03-20"];
    private static readonly string[] Half = ["from_date=2025-06-15", "to_date=2025-12-20"];
    private static readonly string[] Place = ["depot_code", "item_code"];

    [Fact]
    public async Task The_journal_goes_by_the_moment_of_each_movement_not_by_when_it_was_entered()
    {
        var journal = await lived.AnswerAsync("stock/journal", [.. March, "depot=H1", "item=HA"]);

        journal.Rows.Where(row => journal.Text(row, "document_kind") == "brought_forward"
                || journal.Number(row, "in_qty") != 0 || journal.Number(row, "out_qty") != 0)
            .Select(row => (journal.Text(row, "document_no"), journal.Number(row, "in_qty"),
                journal.Number(row, "out_qty"), journal.Number(row, "closing_qty")))
            .Should().Equal(
                ("", 0m, 0m, 6m), ("HD1", 0m, 2m, 4m), ("HR1", 40m, 0m, 44m), ("HR2", 10m, 0m, 54m),
                ("HR4", 5m, 0m, 59m), ("HR4-R", -5m, 0m, 54m), ("HT1", 0m, 5m, 49m), ("HX1", 0m, 6m, 43m),
                ("HX2", 4m, 0m, 47m), ("HM1", 0m, 7m, 40m));
    }

    [Fact]
    public async Task Each_row_of_the_journal_is_all_that_moved_up_to_it()
    {
        var journal = await lived.AnswerAsync("stock/journal", "from_date=2025-06-15", "to_date=2026-03-20");
        var facts = await lived.FactsAsync("""
            select s.store_code || '/' || i.item_code, m.document_key, m.line_no, m.business_at,
                m.business_date >= date '2025-06-15', m.qty, m.value_amount
            from {s}.fact_stock_movement m
            join {s}.dim_store s on s.store_id = m.depot_id and s.is_current
            join {s}.dim_item i on i.item_id = m.item_id and i.is_current
            """);

        var expected = new Dictionary<string, (decimal Qty, decimal Value)>();
        foreach (var pool in facts.GroupBy(row => (string)row[0]!))
        {
            var (qty, value) = (0m, 0m);
            foreach (var row in pool.OrderBy(row => (DateTime)row[3]!).ThenBy(row => row[1]).ThenBy(row => row[2]))
            {
                (qty, value) = (qty + (decimal)row[5]!, value + (decimal)row[6]!);
                expected[(bool)row[4]! ? $"{pool.Key}/{row[1]}/{row[2]}" : $"{pool.Key}/-1/0"] = (qty, value);
            }
        }

        var shown = journal.Rows.ToDictionary(
            row => journal.Text(row, "depot_code", "item_code", "document_key", "line_no"),
            row => (journal.Number(row, "closing_qty"), journal.Number(row, "closing_value_amount")));
        shown.Should().HaveCountGreaterThan(500);
        shown.ShouldBe(expected
            .Where(row => !row.Key.EndsWith("/-1/0", StringComparison.Ordinal) || row.Value != (0m, 0m))
            .ToDictionary());
    }

    [Fact]
    public async Task The_journal_ends_with_the_stock_and_moves_as_the_summary_does()
    {
        var journal = await lived.AnswerAsync("stock/journal", Half);
        var stock = await lived.AnswerAsync("stock/on_hand", "on_date=2025-12-20");
        var summary = await lived.AnswerAsync("stock/summary", "from_day=2025-06-15", "to_day=2025-12-20");

        var last = journal.Rows.GroupBy(row => journal.Text(row, Place)).ToDictionary(
            rows => rows.Key,
            rows => (journal.Number(rows.Last(), "closing_qty"), journal.Number(rows.Last(), "closing_value_amount")));
        last.Where(pair => pair.Value != (0m, 0m)).ToDictionary()
            .ShouldBe(stock.Pairs(Place, "closing_qty", "closing_value_amount"));
        journal.Pairs(Place, "in_qty", "out_qty").ShouldBe(summary.Pairs(Place, "in_qty", "out_qty"));
        journal.Pairs(Place, "in_value_amount", "out_value_amount")
            .ShouldBe(summary.Pairs(Place, "in_value_amount", "out_value_amount"));
        journal.Sum("revalued_amount").Should().Be(summary.Sum("revalued_amount"));
    }

    [Fact]
    public async Task The_journal_of_a_store_is_of_what_lies_there_whoever_moved_it()
    {
        var given = new Dictionary<string, string> { ["from_date"] = "2025-06-15", ["to_date"] = "2025-12-20" };
        var outcome = await lived.Runner.RunAsync(
            new("stock/journal", given), Scope.OfStores("S02"), CancellationToken.None);
        var seen = outcome.Should().BeOfType<ReportOutcome.Answer>().Subject.Result;
        var all = await lived.AnswerAsync("stock/journal", [.. Half, "depot=S02"]);

        seen.Rows.Should().HaveCountGreaterThan(50);
        seen.Rows.Select(row => string.Join('|', row)).Should().Equal(all.Rows.Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task The_summary_by_kind_adds_up_from_the_opening_to_the_stock()
    {
        var summary = await lived.AnswerAsync("stock/summary_by_kind", Half);
        var stock = await lived.AnswerAsync("stock/on_hand", "on_date=2025-12-20");
        var bought = await lived.FactsAsync("""
            select sum(qty) from {s}.fact_purchase where business_date between date '2025-06-15' and date '2025-12-20'
            """);

        summary.Rows.Should().HaveCountGreaterThan(20);
        foreach (var row in summary.Rows.Append(summary.Totals!))
        {
            (summary.Number(row, "opening_qty") + summary.Number(row, "purchased_qty") - summary.Number(row, "sold_qty")
                + summary.Number(row, "transferred_qty") + summary.Number(row, "gained_qty")
                - summary.Number(row, "lost_qty") + summary.Number(row, "assembled_qty")
                + summary.Number(row, "other_net_qty")).Should().Be(summary.Number(row, "closing_qty"));
            (summary.Number(row, "opening_value_amount") + summary.Number(row, "purchased_value_amount")
                - summary.Number(row, "sold_value_amount") + summary.Number(row, "transferred_value_amount")
                + summary.Number(row, "gained_value_amount") - summary.Number(row, "lost_value_amount")
                + summary.Number(row, "assembled_value_amount") + summary.Number(row, "other_net_value_amount"))
                .Should().Be(summary.Number(row, "closing_value_amount"));
        }

        summary.Pairs(["by_code"], "closing_qty", "closing_value_amount")
            .ShouldBe(stock.Pairs(["item_code"], "closing_qty", "closing_value_amount"));
        summary.Sum("purchased_qty").Should().BePositive().And.Be((decimal)bought[0][0]!);
        summary.Sum("transferred_qty").Should().Be(0);
    }

    [Fact]
    public async Task The_summary_by_kind_tells_what_a_handful_of_documents_moved()
    {
        var summary = await lived.AnswerAsync("stock/summary_by_kind", [.. March, "depot=H1"]);

        string[] names =
        [
            "opening_qty", "purchased_qty", "sold_qty", "transferred_qty", "gained_qty", "lost_qty", "assembled_qty",
            "other_net_qty", "closing_qty",
        ];
        summary.Numbers(summary.RowOf("by_code", "HA"), names).Should().Equal(6, 45, 0, -7, 0, 2, 0, -2, 40);
        summary.Numbers(summary.RowOf("by_code", "HB"), names).Should().Equal(0, 20, 3, 0, 0, 0, 0, 0, 17);
    }

    [Fact]
    public async Task What_moved_without_trade_is_told_by_kind_and_reason()
    {
        var nontrade = await lived.AnswerAsync("stock/nontrade", "from_date=2024-01-01", "to_date=2026-03-20");
        var facts = await lived.FactsAsync("""
            select m.document_kind, sum(case when m.qty > 0 then m.qty else 0 end),
                sum(case when m.qty < 0 then -m.qty else 0 end)
            from {s}.fact_stock_movement m
            where m.document_kind in
                ('stock_damage', 'destruction', 'stock_count', 'other_in', 'other_out', 'stock_overflow')
                and m.business_date >= date '2024-01-01'
            group by all
            """);

        nontrade.Pairs(["document_kind"], "in_qty", "out_qty").Should().BeEquivalentTo(
            facts.ToDictionary(row => (string)row[0]!, row => ((decimal)row[1]!, (decimal)row[2]!)));
        nontrade.Rows.Where(row => nontrade.Text(row, "by_code") == "HA")
            .Select(row => (nontrade.Text(row, "counter_location", "document_kind", "reason_code", "reason_name"),
                nontrade.Number(row, "in_qty"), nontrade.Number(row, "out_qty")))
            .Should().Equal(
                ("loss/stock_damage//", 0m, 2m), ("other/other_in/gift/赠送", 4m, 0m),
                ("other/other_out/gift/赠送", 0m, 6m));
        var loss = await lived.FactsAsync(
            "select sum(value_amount) from {s}.fact_stock_movement where counter_location = 'loss'"
            + " and business_date >= date '2024-01-01'");
        nontrade.Rows.Where(row => nontrade.Text(row, "counter_location") == "loss").Sum(row =>
                nontrade.Number(row, "in_value_amount") - nontrade.Number(row, "out_value_amount")
                + nontrade.Number(row, "revalued_amount"))
            .Should().BeNegative().And.Be((decimal)loss[0][0]!);
    }

    [Fact]
    public async Task Slow_movers_are_what_lies_there_and_has_no_sale_since()
    {
        const string slow = """
            with sold as (
                select item_id, max(business_date) as day, sum(qty) as qty from {s}.fact_sales
                where qty > 0 and not is_return and not is_reversal and document_kind <> 'delivery_receipt' group by all
            )
            select i.item_code, sum(f.qty), max(sold.day) from {s}.fact_stock_movement f
            join {s}.dim_item i on i.item_id = f.item_id and i.is_current
            left join sold on sold.item_id = f.item_id
            where i.item_code <> 'HB'
            group by i.item_code
            having sum(f.qty) > 0 and date '2026-03-20' - coalesce(max(sold.day), min(f.business_date)) >= 20
            """;
        var movers = await lived.AnswerAsync("stock/slow_movers", "least_idle_days=20");
        var facts = await lived.FactsAsync(slow);

        movers.Rows.Should().HaveCountGreaterThan(5);
        movers.Rows.Select(row => $"{movers.Text(row, "item_code")}/{movers.Number(row, "closing_qty")}/"
                + movers.Text(row, "last_sold_date")).Should().BeEquivalentTo(
            facts.Select(row => $"{row[0]}/{row[1]}/{Day(row[2])}"));
    }

    [Fact]
    public async Task What_never_sold_is_idle_since_it_first_moved_and_what_sells_lasts_as_long_as_it_does()
    {
        var all = await lived.AnswerAsync("stock/slow_movers", "least_idle_days=0");
        var here = await lived.AnswerAsync("stock/slow_movers", "least_idle_days=0", "place=depot");

        // Moved first on 15 January, 40 left in the store and 7 in its depot.
        var never = all.RowOf("item_code", "HA");
        all.Text(never, "last_sold_date", "last_received_date", "cover_days").Should().Be("/03/03/2026/");
        all.Numbers(never, "idle_days", "closing_qty", "sold_qty").Should().Equal(64, 47, 0);
        var sold = all.RowOf("item_code", "HB");
        all.Numbers(sold, "idle_days", "closing_qty", "sold_qty", "cover_days").Should().Equal(11, 17, 3, 510);
        here.Rows.Where(row => here.Text(row, "item_code") == "HA")
            .Select(row => here.Text(row, "place_code", "closing_qty", "idle_days"))
            .Should().BeEquivalentTo("H1/40/64", "H2/7/8");
    }

    [Fact]
    public async Task Alerts_are_by_how_long_the_stock_lasts()
    {
        var alerts = await lived.AnswerAsync("stock/alerts", "most_days=150");
        var facts = await lived.FactsAsync("""
            select s.store_code, i.item_code, sum(m.qty), coalesce(-sum(m.qty) filter (
                m.business_date > date '2026-03-20' - 28
                and (m.counter_location in ('customer', 'dispatched')
                    or (m.counter_location = 'transfer' and m.qty < 0))), 0)
            from {s}.fact_stock_movement m
            join {s}.dim_store s on s.store_id = m.depot_id and s.is_current
            join {s}.dim_item i on i.item_id = m.item_id and i.is_current
            group by all
            """);

        var expected = facts
            .Select(row => (row[0], row[1], Alert: Alert((string)row[1]!, (decimal)row[2]!, (decimal)row[3]!)))
            .Where(row => row.Alert is not null).Select(row => $"{row.Item1}/{row.Item2}/{row.Alert}")
            .Append("HX/HX-N/below").ToList();
        expected.Should().Contain(["H1/HA/over", "HX/HX-A/below", "HX/HX-B/above"]).And.HaveCountGreaterThan(10);
        alerts.Rows.Select(row => alerts.Text(row, "depot_code", "item_code", "stock_alert"))
            .Should().BeEquivalentTo(expected);
        // 40 left, 7 went out in 28 days.
        var row = alerts.Rows.Single(row => alerts.Text(row, Place) == "H1/HA");
        alerts.Numbers(row, "closing_qty", "daily_qty", "cover_days").Should().Equal(40, 0.25m, 160);

        // HX-N never came; of HX-B the second limit holds, and none below.
        static string? Alert(string item, decimal qty, decimal gone) => (item, qty) switch
        {
            (_, < 0) => "negative",
            (_, 0) => gone > 0 ? "out" : null,
            ("HX-A", < 85) => "below",
            ("HX-B", > 30) => "above",
            _ => gone <= 0 ? null : qty / gone * 28 < 7 ? "low" : qty / gone * 28 > 150 ? "over" : null,
        };
    }

    private static string Day(object? date) => date switch
    {
        DateTime day => DateOnly.FromDateTime(day).ToString(System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };
}
