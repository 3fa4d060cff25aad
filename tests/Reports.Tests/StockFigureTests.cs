namespace Analytics.Reports.Tests;

/// <summary>The figures of stock, purchase and order reports against plain sums over the book or the facts.</summary>
[Collection(nameof(LivedCompany))]
public sealed class StockFigureTests(LivedCompany company)
{
    private static readonly string[] Period = ["from_day=2025-06-15", "to_day=2025-09-20"];

    [Theory]
    [InlineData("2025-06-15")]
    [InlineData("2026-03-20")]
    public async Task Stock_on_hand_is_the_sum_of_all_movements_up_to_the_day(string day)
    {
        var shown = await Rows("stock/on_hand", [$"on_date={day}"], "closing_qty", "closing_value_amount");

        shown.Should().BeEquivalentTo(await Moved($"business_date <= date '{day}'"));
    }

    [Fact]
    public async Task Stock_summary_opens_with_what_moved_before_and_adds_up_in_every_row()
    {
        var opening = await Rows("stock/summary", Period, "opening_qty", "opening_value_amount");
        var closing = await Rows("stock/summary", Period, "closing_qty", "closing_value_amount");
        var moves = await Rows("stock/summary", Period, "in_qty", "out_qty");
        var values = await Rows("stock/summary", Period, "in_value_amount", "out_value_amount");
        var revalued = await Rows("stock/summary", Period, "revalued_amount", "revalued_amount");

        Filled(opening).Should().BeEquivalentTo(await Moved("business_date < date '2025-06-15'"));
        Filled(closing).Should().BeEquivalentTo(await Moved("business_date <= date '2025-09-20'"));
        closing.Should().HaveCountGreaterThan(50);
        foreach (var (key, (qty, value)) in closing)
        {
            (opening[key].First + moves[key].First - moves[key].Second).Should().Be(qty, key);
            (opening[key].Second + values[key].First - values[key].Second + revalued[key].First)
                .Should().Be(value, key);
        }
    }

    [Fact]
    public async Task What_is_left_of_receipts_is_the_stock_of_an_item_that_is_not_lacking()
    {
        var stock = await Moved("true");
        var left = await Sums("stock/age", [], "remaining_qty", "remaining_value_amount");

        Filled(left).Should().Equal(stock.Where(pair => pair.Value.First > 0).ToDictionary());
    }

    [Fact]
    public async Task Batches_that_expire_are_the_sum_of_their_movements()
    {
        var shown = await Sums("stock/batch", ["within_days=100000"], "closing_qty", "closing_qty");
        var plain = await Plain("""
            select s.store_code, i.item_code, sum(m.qty), sum(m.qty) from {s}.fact_stock_movement m
            join {s}.dim_batch b on b.batch_id = m.batch_id and b.batch_end_date is not null
            join {s}.dim_store s on s.store_id = m.depot_id and s.is_current
            join {s}.dim_item i on i.item_id = m.item_id and i.is_current
            group by all having sum(m.qty) <> 0
            """);

        Filled(shown).Should().BeEquivalentTo(plain);
    }

    [Fact]
    public async Task Purchases_by_supplier_are_the_sum_of_their_lines()
    {
        var result = await company.AnswerAsync(
            "purchase/analysis", "from_date=2025-06-15", "to_date=2025-09-20", "compare=last_year");
        var shown = result.Rows.ToDictionary(
            row => (string)row[At(result, "by_code")]!, row => Number(row[At(result, "net_amount")]));
        var plain = await company.FactsAsync("""
            select p.party_code, sum(f.net_amount) from {s}.fact_purchase f
            join {s}.dim_party p on p.party_id = f.party_id and p.is_current
            where f.business_date between date '2025-06-15' and date '2025-09-20' group by all
            """);

        shown.Where(pair => pair.Value != 0).Should().BeEquivalentTo(
            plain.Select(row => KeyValuePair.Create((string)row[0]!, Number(row[1]))).Where(pair => pair.Value != 0));
    }

    [Fact]
    public async Task What_was_ordered_is_followed_ended_or_open()
    {
        var result = await company.AnswerAsync("orders/fulfilment", "from_day=2000-01-01");
        var plain = await company.FactsAsync(
            "select sum(ordered_qty), sum(open_qty) from {s}.fact_order where order_kind = 'sales_order'");
        decimal Sum(string name) => result.Rows.Sum(row => Number(row[At(result, name)]));

        result.Rows.Should().OnlyContain(row => Number(row[At(result, "ordered_qty")])
            == Number(row[At(result, "followed_qty")]) + Number(row[At(result, "ended_qty")])
            + Number(row[At(result, "open_qty")]));
        Sum("ordered_qty").Should().Be(Number(plain[0][0])).And.BePositive();
        Sum("open_qty").Should().Be(Number(plain[0][1]));
    }

    private static Dictionary<string, (decimal First, decimal Second)> Filled(
        Dictionary<string, (decimal First, decimal Second)> rows) =>
        rows.Where(pair => pair.Value != (0m, 0m)).ToDictionary();

    private async Task<Dictionary<string, (decimal First, decimal Second)>> Rows(
        string id, string[] parameters, string first, string second)
    {
        var result = await company.AnswerAsync(id, parameters);
        return result.Rows.ToDictionary(row => Key(result, row), row => Pair(result, row, first, second));
    }

    private async Task<Dictionary<string, (decimal First, decimal Second)>> Sums(
        string id, string[] parameters, string first, string second)
    {
        var result = await company.AnswerAsync(id, parameters);
        return result.Rows.GroupBy(row => Key(result, row)).ToDictionary(
            rows => rows.Key,
            rows => (rows.Sum(row => Pair(result, row, first, second).First),
                rows.Sum(row => Pair(result, row, first, second).Second)));
    }

    private Task<Dictionary<string, (decimal First, decimal Second)>> Moved(string when) => Plain($$"""
        select s.store_code, i.item_code, sum(m.qty), sum(m.value_amount)
        from {s}.fact_stock_movement m
        join {s}.dim_store s on s.store_id = m.depot_id and s.is_current
        join {s}.dim_item i on i.item_id = m.item_id and i.is_current
        where {{when}} group by all
        having sum(m.qty) <> 0 or sum(m.value_amount) <> 0
        """);

    private async Task<Dictionary<string, (decimal First, decimal Second)>> Plain(string sql) =>
        (await company.FactsAsync(sql)).ToDictionary(
            row => $"{row[0]} {row[1]}", row => (Number(row[2]), Number(row[3])));

    private static string Key(ReportResult result, object?[] row) =>
        $"{row[At(result, "depot_code")]} {row[At(result, "item_code")]}";

    private static (decimal First, decimal Second) Pair(
        ReportResult result, object?[] row, string first, string second) =>
        (Number(row[At(result, first)]), Number(row[At(result, second)]));

    private static int At(ReportResult result, string name) =>
        result.Columns.ToList().FindIndex(column => column.Name == name);

    private static decimal Number(object? value) =>
        value is null ? 0 : Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);
}
