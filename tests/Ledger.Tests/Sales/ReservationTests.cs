using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using CsCheck;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Goods reserved for orders (占用).</summary>
public sealed class ReservationTests
{
    [Fact]
    public async Task What_an_order_reserves_others_do_not_get_until_it_is_delivered()
    {
        await using var book = await StockedAsync(10);
        await book.PostedAsync(Reserving("SO1", "2026-01-02", 7));

        var other = await book.RefusedAsync(Strict(DocumentKind.Sale, "D1", "2026-01-03", Line(4, 80)));
        await book.PostedAsync(Strict(DocumentKind.Sale, "D1", "2026-01-03", Line(3, 60)));
        var more = await RefusedAsync(book, Strict(DocumentKind.Sale, "D2", "2026-01-03", Line(1, 20)));
        await book.PostedAsync(
            Strict(DocumentKind.DeliveryNote, "N1", "2026-01-03", Line(5, 100)) with { OriginalNo = "SO1" });

        other.Reason.Should().Be(RefusalReason.StockReserved);
        other.What.Should().Contain("3 < 4");
        more.Should().Be(RefusalReason.StockReserved);
        Reserved(book).Should().Be(2);
        await Restores.EverythingAsync(
            book, Strict(DocumentKind.Sale, "D3", "2026-01-04", Line(2, 40)) with { OriginalNo = "SO1" });
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task An_order_reserves_no_longer_once_ended_reversed_or_past_its_day()
    {
        await using var book = await StockedAsync(10);
        await book.PostedAsync(Reserving("SO1", "2026-01-02", 4));
        await book.PostedAsync(Reserving("SO2", "2026-01-02", 4));
        await book.PostedAsync(
            Reserving("SO3", "2026-01-02", 2) with { ReservesUntil = new DateOnly(2026, 1, 5) });
        var all = await RefusedAsync(book, Strict(DocumentKind.Sale, "D1", "2026-01-03", Line(1, 20)));
        var onTheDay = await RefusedAsync(book, Strict(DocumentKind.Sale, "D1", "2026-01-05", Line(1, 20)));

        await book.PostedAsync(Strict(DocumentKind.Sale, "D1", "2026-01-06", Line(2, 40)));
        await book.PostAsync(new Termination("sales_order:SO1"));
        await book.PostedAsync(Strict(DocumentKind.Sale, "D2", "2026-01-06", Line(4, 80)));
        await book.PostedAsync(new Reversal("sales_order:SO2", "SO2-R"));
        await book.PostedAsync(Strict(DocumentKind.Sale, "D3", "2026-01-06", Line(4, 80)));

        all.Should().Be(RefusalReason.StockReserved);
        onTheDay.Should().Be(RefusalReason.StockReserved);
        Reserved(book).Should().Be(2);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task Of_orders_for_more_than_there_is_the_first_is_delivered_first()
    {
        await using var book = await StockedAsync(10);
        await book.PostedAsync(Reserving("SO1", "2026-01-02", 8));
        await book.PostedAsync(Reserving("SO2", "2026-01-02", 8));

        var second = await RefusedAsync(
            book, Strict(DocumentKind.Sale, "D2", "2026-01-03", Line(3, 60)) with { OriginalNo = "SO2" });
        await book.PostedAsync(
            Strict(DocumentKind.Sale, "D1", "2026-01-03", Line(8, 160)) with { OriginalNo = "SO1" });
        await book.PostedAsync(
            Strict(DocumentKind.Sale, "D2", "2026-01-03", Line(2, 40)) with { OriginalNo = "SO2" });

        second.Should().Be(RefusalReason.StockReserved);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_change_of_an_order_changes_what_it_reserves_and_a_lasting_journal_forgets_nothing()
    {
        await using var book = await StockedAsync(10);
        await book.PostedAsync(Reserving("SO1", "2026-01-02", 4));
        await book.PostedAsync(
            Strict(DocumentKind.ContractChange, "X1", "2026-01-03", Line(5, 60)) with { OriginalNo = "SO1" });
        await book.ReopenAsync();

        (await RefusedAsync(book, Strict(DocumentKind.Sale, "D1", "2026-01-03", Line(2, 40))))
            .Should().Be(RefusalReason.StockReserved);
        Reserved(book).Should().Be(9);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_depot_that_may_go_negative_gives_what_is_asked_of_it()
    {
        await using var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Of(DocumentKind.SalesOrder, "SO1", "2026-01-02", Line(8, 160)) with { Reserves = true });

        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-03", Line(3, 60)));
    }

    /// <summary>Random orders, deliveries, sales, reversals and endings: a sale is taken where a plain count of what
    /// others reserved before leaves enough.</summary>
    [Fact]
    public void What_may_be_sold_is_what_plain_counting_leaves() =>
        Gen.Int[0, int.MaxValue].Sample(seed => CountAsync(seed).GetAwaiter().GetResult(), iter: 10, threads: 1);

    private static async Task CountAsync(int seed)
    {
        await using var book = await StockedAsync(60);
        var (random, onHand) = (new Random(seed), 60);
        var orders = new List<(string No, int Left)>();
        var posted = new List<(string No, int Order, int Qty)>();
        for (var step = 0; step < 50; step++)
        {
            var choice = random.Next(8);
            if (choice < 2 || orders.Count == 0)
            {
                var qty = random.Next(1, 25);
                await book.PostedAsync(Reserving($"SO{step}", "2026-01-02", qty));
                orders.Add(($"SO{step}", qty));
            }
            else if (choice == 2 && posted.Count > 0)
            {
                var back = posted[random.Next(posted.Count)];
                posted.Remove(back);
                await book.PostedAsync(new Reversal($"sale:{back.No}", back.No + "-R"));
                onHand += back.Qty;
                if (back.Order >= 0 && orders[back.Order].No.Length > 0)
                {
                    orders[back.Order] = (orders[back.Order].No, orders[back.Order].Left + back.Qty);
                }
            }
            else if (choice == 3)
            {
                var at = random.Next(orders.Count);
                if (orders[at].No.Length > 0)
                {
                    await book.PostAsync(new Termination($"sales_order:{orders[at].No}"));
                    orders[at] = ("", 0);
                }
            }
            else
            {
                var (of, qty) = (random.Next(-1, orders.Count), random.Next(1, 15));
                var number = of < 0 ? "" : orders[of].No;
                var result = await book.PostAsync(
                    Strict(DocumentKind.Sale, $"D{step}", "2026-01-03", Line(qty, 10)) with { OriginalNo = number });
                var before = number.Length > 0 ? orders.Take(of).Sum(one => one.Left) : orders.Sum(one => one.Left);
                var isTaken = qty <= onHand - before && (number.Length == 0 || qty <= orders[of].Left);
                (result is PostResult.Posted).Should().Be(isTaken, "seed {0}, step {1}: {2}", seed, step, result);
                if (isTaken)
                {
                    onHand -= qty;
                    posted.Add(($"D{step}", number.Length > 0 ? of : -1, qty));
                    if (number.Length > 0)
                    {
                        orders[of] = (number, orders[of].Left - qty);
                    }
                }
            }
        }

        Reserved(book).Should().Be(orders.Sum(one => one.Left), "seed {0}", seed);
        await IsConservedAsync(book);
    }

    private static async Task<TestBook> StockedAsync(int qty)
    {
        var book = await SalesBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(qty, qty * 10)) with { StoreCode = StrictStore });
        return book;
    }

    private static Document Strict(DocumentKind kind, string number, string date, params DocumentLine[] lines) =>
        Of(kind, number, date, lines) with { StoreCode = StrictStore };

    private static Document Reserving(string number, string date, int qty) =>
        Strict(DocumentKind.SalesOrder, number, date, Line(qty, qty * 20)) with { Reserves = true };

    private static decimal Reserved(TestBook book) =>
        (decimal)book.Number("select cast(coalesce(sum(qty), 0) as bigint) from state_reserved") / Qty.Scale;
}
