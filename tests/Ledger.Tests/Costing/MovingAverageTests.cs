using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

public sealed class MovingAverageTests
{
    [Fact]
    public async Task An_issue_costs_the_average_of_what_is_on_hand()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(10, 140)));

        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 90)));

        Cost(book, seq).Should().Be(60);
    }

    [Fact]
    public async Task Emptying_the_pool_takes_its_whole_value()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(3, 10)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(1, 5)));
        await book.PostedAsync(Sale("D2", "2026-01-03", Line(1, 5)));

        var last = await book.PostedAsync(Sale("D3", "2026-01-03", Line(1, 5)));

        Cost(book, last).Should().Be(3.3333m);
        book.Number("select abs(qty) + abs(value) from state_stock").Should().Be(0);
    }

    [Fact]
    public async Task What_goes_out_before_it_came_in_carries_the_last_cost_and_the_receipt_adjusts_it()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(1, 10)));
        await book.PostedAsync(Sale("D0", "2026-01-01", Line(1, 15)));
        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 90)));

        await book.PostedAsync(Receipt("R2", "2026-01-05", Line(20, 240)));

        Cost(book, seq).Should().Be(50);
        book.Query("select original_seq, cost_amount, business_date from cost_adjustment",
                row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))
            .Should().Equal((seq, 10 * Money.Scale, 20260103));
        book.Query("select qty, value from state_stock", row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((15 * Qty.Scale, 180 * Money.Scale));
    }

    [Fact]
    public async Task A_sale_of_what_was_never_bought_costs_nothing_says_so_and_is_adjusted_by_the_first_receipt()
    {
        await using var book = await CreateAsync();
        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90)));

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(4, 40)));

        Cost(book, seq).Should().Be(0);
        book.Number($"select is_cost_unknown from document_line where seq = {seq}").Should().Be(1);
        book.Number("select cost_amount from cost_adjustment").Should().Be(20 * Money.Scale);
    }

    [Fact]
    public async Task A_stated_cost_is_taken_as_it_stands_and_never_adjusted()
    {
        await using var book = await CreateAsync();
        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90, cost: 33.3333m)));

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(4, 40)));

        Cost(book, seq).Should().Be(33.3333m);
        book.Number("select count(*) from cost_adjustment").Should().Be(0);
    }

    [Fact]
    public async Task An_adjustment_of_a_closed_period_is_booked_on_the_first_open_date()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90)));
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        await book.PostedAsync(Receipt("R1", "2026-02-05", Line(4, 40)));

        book.Number("select business_date from cost_adjustment").Should().Be(20260201);
    }

    [Fact]
    public async Task A_backdated_document_costs_at_the_current_state_and_is_flagged()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-10", Line(10, 100)));

        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(1, 90)));

        book.Number($"select is_backdated from document where seq = {seq}").Should().Be(1);
        Cost(book, seq).Should().Be(10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Random_histories_cost_the_same_as_a_naive_second_way(int seed)
    {
        await using var book = await CreateAsync(blockSize: 64);
        var naive = new NaiveBook();
        var random = new Random(seed);
        var sold = new List<(string Number, string Item, decimal Qty, decimal Returned, decimal ReturnedCost)>();
        for (var n = 0; n < 300; n++)
        {
            var item = random.Next(2) == 0 ? Item : OtherItem;
            var qty = random.Next(1, 200) / (decimal)random.Next(1, 4);
            qty = Math.Round(qty, 4, MidpointRounding.AwayFromZero);
            var value = Math.Round(qty * random.Next(1, 5000) / 97m, 4, MidpointRounding.AwayFromZero);
            var day = $"2026-01-{random.Next(1, 28):00}";
            switch (random.Next(10))
            {
                case < 3:
                    await book.PostedAsync(Receipt($"R{n}", day, Line(qty, value, item)));
                    naive.Buy(item, qty, value);
                    break;
                case < 8:
                    decimal? stated = random.Next(4) == 0 ? value / 2 : null;
                    stated = stated is { } cost ? Math.Round(cost, 4, MidpointRounding.AwayFromZero) : null;
                    await book.PostedAsync(Sale($"D{n}", day, Line(qty, value, item, stated)));
                    naive.Sell($"D{n}", 1, item, qty, stated);
                    sold.Add(($"D{n}", item, qty, 0, 0));
                    break;
                default:
                    await ReturnSomeAsync(book, naive, random, sold, n, day);
                    break;
            }
        }

        Compare(book, naive);
        (await BookVerifier.VerifyAsync(book.Book, [], null, 64, default)).Findings.Should().BeEmpty();
    }

    private static async Task ReturnSomeAsync(
        TestBook book, NaiveBook naive, Random random,
        List<(string Number, string Item, decimal Qty, decimal Returned, decimal ReturnedCost)> sold, int n, string day)
    {
        if (sold.Count == 0)
        {
            return;
        }

        var at = random.Next(sold.Count);
        var sale = sold[at];
        var left = sale.Qty - sale.Returned;
        if (left == 0)
        {
            return;
        }

        var qty = random.Next(3) == 0 ? left : Math.Min(left, 1);
        await book.PostedAsync(Return($"T{n}", day, sale.Number, Line(qty, qty, sale.Item)));
        var cost = naive.Cost[(sale.Number, 1)] + naive.Adjusted.GetValueOrDefault((sale.Number, 1)) - sale.ReturnedCost;
        naive.TakeBack($"T{n}", 1, sale.Item, qty, sale.Number, 1, left, cost);
        sold[at] = sale with
        {
            Returned = sale.Returned + qty, ReturnedCost = sale.ReturnedCost - naive.Cost[($"T{n}", 1)],
        };
    }

    private static void Compare(TestBook book, NaiveBook naive)
    {
        var costs = book.Query(
            "select document.document_no, document_line.line_no, document_line.cost_amount from document_line "
            + "join document using (seq) where document.kind <> 'purchase_receipt'",
            row => ((row.GetString(0), row.GetInt32(1)), (decimal)row.GetInt64(2) / Money.Scale));
        costs.Should().BeEquivalentTo(naive.Cost.Select(cost => (cost.Key, cost.Value)));
        var adjusted = book.Query(
            "select document.document_no, cost_adjustment.original_line_no, sum(cost_amount) from cost_adjustment "
            + "join document on document.seq = cost_adjustment.original_seq group by 1, 2",
            row => ((row.GetString(0), row.GetInt32(1)), (decimal)row.GetInt64(2) / Money.Scale));
        adjusted.Where(cost => cost.Item2 != 0).Should().BeEquivalentTo(
            naive.Adjusted.Where(cost => cost.Value != 0).Select(cost => (cost.Key, cost.Value)));
        foreach (var item in new[] { Item, OtherItem })
        {
            var stock = book.Query(
                "select qty, value from state_stock join item using (item_id) where item_code = '" + item + "'",
                row => ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale));
            stock.Should().Equal(naive.Stock(item));
        }
    }

    private static decimal Cost(TestBook book, long seq) =>
        (decimal)book.Number($"select cost_amount from document_line where seq = {seq}") / Money.Scale;
}
