using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using CsCheck;

namespace Analytics.Ledger.Tests.Costing;

/// <summary>Costs are those of one pass in the order of time, whatever order the documents arrived in.</summary>
public sealed class CostOrderTests
{
    [Fact]
    public void Costs_are_those_of_a_naive_pass_over_all_accepted_documents() => CostHistory.Random.Sample(
        history => Holds(history.Documents, history).GetAwaiter().GetResult(), iter: 60, threads: 1);

    [Fact]
    public void Whatever_order_accepted_documents_arrive_in_costs_and_stock_end_the_same() =>
        Gen.Select(CostHistory.Random, Gen.Int[0, 1000]).Sample(
            (history, seed) => Holds(history.Shuffled(seed), history).GetAwaiter().GetResult(), iter: 40, threads: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Thousands_of_histories_cost_the_same_as_a_naive_pass() =>
        Gen.Select(CostHistory.Random, Gen.Int[0, 1000]).Sample(
            (history, seed) => Holds(history.Shuffled(seed), history).GetAwaiter().GetResult(),
            iter: 1_000, threads: 1);

    /// <summary>Posts the documents in an order; then all costs, stock and the verifier agree with the naive way.
    /// </summary>
    private static async Task Holds(IReadOnlyList<Document> order, CostHistory history)
    {
        await using var book = await TestBook.CreateAsync();
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

        var naive = new NaiveCosts(CostMethod.MovingAverage);
        naive.Run(history.Moves(moved));
        Lines(Costs(book).Where(cost => moved.Contains(cost.Key.Number))).Should().Be(Lines(naive.Worth));
        foreach (var store in new[] { TestBook.Store, TestBook.OtherStore })
        {
            Stock(book, store).Should().Be(naive.Stock(store + TestBook.Item));
        }

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    /// <summary>What each line is worth, adjustments included.</summary>
    private static Dictionary<(string Number, int Line), decimal> Costs(TestBook book) => book.Query(
            "select document.document_no, line.line_no, case when line.qty < 0 then -1 else 1 end * (line.cost_amount "
            + "+ coalesce((select sum(later.cost_amount) from cost_adjustment later where later.original_seq = line.seq "
            + "and later.original_line_no = line.line_no), 0)) from document_line line "
            + "join document on document.seq = line.seq",
            row => ((row.GetString(0), row.GetInt32(1)), (decimal)row.GetInt64(2) / Money.Scale))
        .ToDictionary(row => row.Item1, row => row.Item2);

    private static string Lines(IEnumerable<KeyValuePair<(string Number, int Line), decimal>> costs) => string.Join(
        "; ", costs.OrderBy(cost => cost.Key).Select(cost => $"{cost.Key.Number}/{cost.Key.Line} {cost.Value:0.####}"));

    private static (decimal Qty, decimal Value) Stock(TestBook book, string store) => book.Query(
            "select sum(movement.qty), sum(movement.value) from stock_movement movement where movement.depot_id = "
            + $"(select id from state_master where kind = 'store' and code = '{store}')",
            row => row.IsDBNull(0)
                ? (0m, 0m)
                : ((decimal)row.GetInt64(0) / Qty.Scale, (decimal)row.GetInt64(1) / Money.Scale))
        .Single();
}
