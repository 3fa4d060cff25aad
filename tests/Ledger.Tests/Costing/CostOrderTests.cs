using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using CsCheck;

namespace Analytics.Ledger.Tests.Costing;

/// <summary>Costs are those of one pass in the order of time, whatever order the documents arrived in.</summary>
public sealed class CostOrderTests
{
    [Theory]
    [InlineData(CostMethod.MovingAverage, false, 60)]
    [InlineData(CostMethod.MovingAverage, true, 20)]
    [InlineData(CostMethod.Fifo, false, 40)]
    [InlineData(CostMethod.Fifo, true, 20)]
    public void Costs_are_those_of_a_naive_pass_over_all_accepted_documents(
        CostMethod method, bool isCompanyWide, int histories) => CostHistory.Random.Sample(
        history => Holds(history.Documents, history, (method, isCompanyWide)).GetAwaiter().GetResult(),
        iter: histories, threads: 1);

    [Theory]
    [InlineData(CostMethod.MovingAverage, false, 40)]
    [InlineData(CostMethod.Fifo, true, 20)]
    public void Whatever_order_accepted_documents_arrive_in_costs_and_stock_end_the_same(
        CostMethod method, bool isCompanyWide, int histories) =>
        Gen.Select(CostHistory.Random, Gen.Int[0, 1000]).Sample(
        (history, seed) =>
            Holds(history.Shuffled(seed), history, (method, isCompanyWide)).GetAwaiter().GetResult(),
        iter: histories, threads: 1);

    [Theory]
    [InlineData(CostMethod.MovingAverage, false)]
    [InlineData(CostMethod.MovingAverage, true)]
    [InlineData(CostMethod.Fifo, false)]
    [InlineData(CostMethod.Fifo, true)]
    [Trait("Category", "Slow")]
    public void Many_histories_cost_the_same_as_a_naive_pass(CostMethod method, bool isCompanyWide) =>
        Gen.Select(CostHistory.Random, Gen.Int[0, 1000]).Sample(
            (history, seed) =>
                Holds(history.Shuffled(seed), history, (method, isCompanyWide)).GetAwaiter().GetResult(),
            iter: 400, threads: 1);

    /// <summary>Posts the documents in an order; then all costs, stock and the verifier agree with the naive way.
    /// </summary>
    private static async Task Holds(
        IReadOnlyList<Document> order, CostHistory history, (CostMethod Method, bool IsCompanyWide) way)
    {
        await using var book = await TestBook.CreateAsync();
        await book.PostedAsync(new CostClassMaster("K", "K", way.Method) { IsCompanyWide = way.IsCompanyWide });
        await book.PostedAsync(new ItemMaster(TestBook.Item, "感冒灵颗粒", "A1")
        {
            BaseUnit = "盒", PackUnit = "箱", PackFactor = 20, CostClassCode = "K",
        });
        await book.PostedAsync(new ItemMaster(TestBook.OtherItem, "板蓝根颗粒", "A1")
        {
            BaseUnit = "袋", CostClassCode = "K",
        });
        var accepted = new HashSet<string>();
        foreach (var document in order)
        {
            if (await book.PostAsync(document) is PostResult.Posted)
            {
                accepted.Add(document.DocumentNo);
            }
        }

        var moved = new HashSet<string>(accepted);
        foreach (var document in order.Where(document => history.Reversed.Contains(document.DocumentNo)))
        {
            var reversal = new Reversal(
                $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}", document.DocumentNo + "-R");
            if (await book.PostAsync(reversal) is PostResult.Posted)
            {
                moved.Remove(document.DocumentNo);
            }
        }

        var naive = new NaiveCosts(way.Method);
        naive.Run(history.Moves(moved, way.IsCompanyWide));
        Lines(Costs(book).Where(cost => moved.Contains(cost.Key.Number))).Should().Be(Lines(naive.Worth));
        foreach (var pool in naive.Pools)
        {
            Stock(book, pool).Should().Be(naive.Stock(pool));
            Layers(book, pool).Should().Equal(
                way.Method == CostMethod.Fifo ? naive.Layers(pool) : []);
        }

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    /// <summary>What each line is worth, adjustments included.</summary>
    private static Dictionary<(string Number, int Line), decimal> Costs(TestBook book) => book.Query(
            "select document.document_no, line.line_no, case when line.qty > 0 then 1 else -1 end * (line.cost_amount "
            + "+ coalesce((select sum(later.cost_amount) from cost_adjustment later "
            + "where later.original_seq = line.seq "
            + "and later.original_line_no = line.line_no), 0)) from document_line line "
            + "join document on document.seq = line.seq",
            row => ((row.GetString(0), row.GetInt32(1)), (decimal)row.GetInt64(2) / Money.Scale))
        .ToDictionary(row => row.Item1, row => row.Item2);

    private static string Lines(IEnumerable<KeyValuePair<(string Number, int Line), decimal>> costs) => string.Join(
        "; ", costs.OrderBy(cost => cost.Key).Select(cost => $"{cost.Key.Number}/{cost.Key.Line} {cost.Value:0.####}"));

    private static (decimal Qty, decimal Value) Stock(TestBook book, string pool) => book.Query(
            $"select sum(movement.qty), sum(movement.value) from stock_movement movement where {Of(pool)}",
            row => row.IsDBNull(0)
                ? (0m, 0m)
                : ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale))
        .Single();

    /// <summary>The layers of a pool, oldest first.</summary>
    private static List<(decimal Qty, decimal Value)> Layers(TestBook book, string pool) => book.Query(
        $"select queue.qty, queue.value from state_pool_queue queue where is_layer = 1 and {Of(pool)} order by place",
        row => ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale));

    /// <summary>A pool's name is its store, where it is one store's, then its item.</summary>
    private static string Of(string pool)
    {
        var item = $"item_id = (select id from state_master where kind = 'item' and code = '{pool[^2..]}')";
        return pool.Length == 2 ? item : item
            + $" and depot_id = (select id from state_master where kind = 'store' and code = '{pool[..2]}')";
    }
}
