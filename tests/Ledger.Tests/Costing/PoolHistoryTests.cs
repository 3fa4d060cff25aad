using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

public sealed class PoolHistoryTests
{
    private const int LinesOfCrowd = 60;

    /// <summary>A moment with thousands of movements between years with one, arriving in any order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_pools_past_is_read_whole_and_in_order_over_gaps_and_crowds(int seed)
    {
        await using var book = await CreateAsync();
        var documents = Documents().ToArray();
        new Random(seed).Shuffle(documents);
        foreach (var result in await book.Journal.PostAsync(documents, default))
        {
            result.Should().BeOfType<PostResult.Posted>();
        }

        await using var view = await book.Book.ReadAsync(default);
        using var tables = new StateTables(view.Connection) { Transaction = view.Transaction };
        var item = book.Number($"select id from state_master where kind = 'item' and code = '{Item}'");
        var depot = book.Number($"select id from state_master where kind = 'store' and code = '{Store}'");

        var all = PoolHistory.OfItem(tables, item, false, false).ToList();
        var from = OrderKey.First with { BusinessAt = Day("2021-03-04").ToUnixTimeMilliseconds() };
        var start = PoolHistory.From(tables, new PoolKey(item, depot, -1), from, CostMethod.MovingAverage);

        all.Should().HaveCount(documents.Sum(document => document.Lines.Count));
        all.Select(movement => movement.Key).Should().BeInAscendingOrder();
        all.Select(movement => movement.Ref).Should().OnlyHaveUniqueItems();
        start.Pool.Qty.Should().Be(all[0].Qty);
        start.Movements.Select(movement => movement.Ref).Should().Equal(all.Skip(1).Select(movement => movement.Ref));
    }

    private static IEnumerable<Document> Documents() =>
    [
        Receipt("R1", "2014-02-28", Line(100_000, 100_000)),
        .. Enumerable.Range(0, 50).Select(n => Sale(
            $"A{n}", "2021-03-04", [.. Enumerable.Repeat(Line(1, 3), LinesOfCrowd)])),
        .. Enumerable.Range(0, 400).Select(n => Sale($"B{n}", "2021-03-05", Line(1, 3))),
        .. Enumerable.Range(0, 30).Select(n => Sale($"C{n}", $"2021-04-{n + 1:00}", Line(1, 3))),
        Sale("D1", "2024-02-29", Line(1, 3)),
        Sale("D2", "2026-11-20", Line(1, 3)),
    ];
}
