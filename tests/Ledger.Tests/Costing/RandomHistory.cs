using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

/// <summary>Receipts, sales and returns drawn by seed, posted into the book and into the naive one.</summary>
internal sealed class RandomHistory(TestBook book, int seed)
{
    private readonly NaiveBook naive = new();
    private readonly Random random = new(seed);
    private readonly List<Sold> sold = [];

    public async Task StepAsync(int n)
    {
        var item = random.Next(2) == 0 ? Item : OtherItem;
        var qty = Round(random.Next(1, 200) / (decimal)random.Next(1, 4));
        var value = Round(qty * random.Next(1, 5000) / 97m);
        var day = $"2026-01-{random.Next(1, 28):00}";
        switch (random.Next(10))
        {
            case < 3:
                await book.PostedAsync(Receipt($"R{n}", day, Line(qty, value, item)));
                naive.Buy(item, qty, value);
                break;
            case < 8:
                decimal? stated = random.Next(4) == 0 ? Round(value / 2) : null;
                await book.PostedAsync(Sale($"D{n}", day, Line(qty, value, item, stated)));
                naive.Sell($"D{n}", 1, item, qty, stated);
                sold.Add(new Sold($"D{n}", item, qty));
                break;
            default:
                await ReturnAsync(n, day);
                break;
        }
    }

    public void CompareCosts() => book.Query(
            "select document.document_no, document_line.line_no, document_line.cost_amount from document_line "
            + "join document using (seq) where document.kind <> 'purchase_receipt'",
            row => ((row.GetString(0), row.GetInt32(1)), (decimal)row.GetInt64(2) / Money.Scale))
        .Should().BeEquivalentTo(naive.Cost.Select(cost => (cost.Key, cost.Value)));

    public void CompareAdjustments() => book.Query(
            "select document.document_no, cost_adjustment.original_line_no, sum(cost_amount) from cost_adjustment "
            + "join document on document.seq = cost_adjustment.original_seq group by 1, 2",
            row => ((row.GetString(0), row.GetInt32(1)), (decimal)row.GetInt64(2) / Money.Scale))
        .Where(cost => cost.Item2 != 0)
        .Should().BeEquivalentTo(
            naive.Adjusted.Where(cost => cost.Value != 0).Select(cost => (cost.Key, cost.Value)));

    public void CompareStock()
    {
        foreach (var item in new[] { Item, OtherItem })
        {
            book.Query(
                    "select qty, value from state_pool join item using (item_id) where item_code = '" + item + "'",
                    row => ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale))
                .Should().Equal(naive.Stock(item));
        }
    }

    private async Task ReturnAsync(int n, string day)
    {
        var open = sold.Where(sale => sale.Left > 0).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var sale = open[random.Next(open.Count)];
        var qty = random.Next(3) == 0 ? sale.Left : Math.Min(sale.Left, 1);
        await book.PostedAsync(Return($"T{n}", day, sale.Number, Line(qty, qty, sale.Item)));
        var line = (sale.Number, 1);
        var cost = naive.Cost[line] + naive.Adjusted.GetValueOrDefault(line) - sale.ReturnedCost;
        naive.TakeBack($"T{n}", sale.Item, qty, sale.Number, (sale.Left, cost));
        sale.Left -= qty;
        sale.ReturnedCost -= naive.Cost[($"T{n}", 1)];
    }

    private static decimal Round(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);

    private sealed class Sold(string number, string item, decimal qty)
    {
        public string Number { get; } = number;

        public string Item { get; } = item;

        public decimal Left { get; set; } = qty;

        public decimal ReturnedCost { get; set; }
    }
}
