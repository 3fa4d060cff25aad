using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Runs the days of the company: the office's work and deliveries in the morning, then sales and returns by
/// the clock.</summary>
internal sealed class Trading
{
    private const int ReturnsFrom = 9 * 3600;
    private const int ReturnsTo = 20 * 3600;

    private readonly Chain chain;
    private readonly Dice dice;
    private readonly DocumentNumbers numbers;
    private readonly Purchasing purchasing;
    private readonly SalesDesk sales;
    private readonly ReturnDesk returns;
    private readonly BackOffice office;
    private readonly StockRoom stockRoom;
    private readonly long[] sold;
    private readonly List<Visit> visits = [];
    private readonly List<Submission> outbox = [];

    public Trading(Chain chain)
    {
        this.chain = chain;
        dice = Dice.For(chain.Seed, 10);
        numbers = new DocumentNumbers();
        purchasing = new Purchasing(chain, numbers, Dice.For(chain.Seed, 11));
        sales = new SalesDesk(chain, numbers, purchasing, Dice.For(chain.Seed, 12));
        returns = new ReturnDesk(chain, numbers, Dice.For(chain.Seed, 13));
        office = new BackOffice(chain, numbers, Dice.For(chain.Seed, 14));
        stockRoom = new StockRoom(chain, numbers, Dice.For(chain.Seed, 15));
        sold = new long[chain.Depot + 1];
    }

    /// <summary>A customer at the counter: buys <c>Lines</c> lines, or with none brings back <c>Return</c>.</summary>
    private readonly record struct Visit(long Order, int Location, int Lines, int Return)
    {
        public int Second => (int)(Order >> 32);
    }

    /// <summary>Every document and voucher of the company, by business time.</summary>
    public IEnumerable<Submission> Documents()
    {
        numbers.Begin(chain.Life.Date(0));
        foreach (var document in purchasing.OpeningStock())
        {
            yield return document;
        }

        for (var day = 0; day < chain.Life.Days; day++)
        {
            Run(day);
            foreach (var submission in outbox)
            {
                yield return submission;
            }
        }
    }

    private void Run(int day)
    {
        outbox.Clear();
        numbers.Begin(chain.Life.Date(day));
        sales.Begin(day);
        outbox.AddRange(office.Morning(day));
        outbox.AddRange(stockRoom.Morning(day));
        outbox.AddRange(purchasing.Deliveries(day));
        var back = returns.Begin(day);
        Expect(day, back.Count);
        foreach (var visit in visits)
        {
            var at = (day, visit.Second);
            if (visit.Lines == 0)
            {
                outbox.Add(returns.Take(back[visit.Return], at));
                continue;
            }

            var sale = sales.Sell(visit.Location, visit.Lines, at, outbox);
            returns.Remember(visit.Location, day, sale);
            outbox.Add(sale);
        }

        back.Clear();
        foreach (var document in outbox.OfType<Document>())
        {
            office.Remember(LocationOf(document), day, document);
        }
    }

    private int LocationOf(Document document) =>
        document.DepotCode.Length > 0 ? chain.Depot : chain.LocationOf(document.StoreCode);

    /// <summary>Who comes on the day, in the order of coming.</summary>
    private void Expect(int day, int back)
    {
        visits.Clear();
        for (var location = 0; location < sold.Length; location++)
        {
            var hours = location == chain.Depot ? OpeningHours.Office : OpeningHours.Retail;
            var part = hours.By(chain.Life.Until(day) - 1);
            while (sold[location] < chain.Plan.UpTo(location, day))
            {
                // A ticket may take lines of the day after, or of the end, but never more than the plan has in all.
                var wish = location == chain.Depot ? OrderSize.Order(dice) : OrderSize.Ticket(dice);
                var lines = (int)Math.Min(wish, chain.Plan.All(location) - sold[location]);
                sold[location] += lines;
                visits.Add(new Visit(Order(hours.When(dice.Fraction() * part)), location, lines, 0));
            }
        }

        for (var n = 0; n < back; n++)
        {
            var second = dice.Between(ReturnsFrom, ReturnsTo);
            if (second < chain.Life.Until(day))
            {
                visits.Add(new Visit(Order(second), 0, 0, n));
            }
        }

        visits.Sort((a, b) => a.Order.CompareTo(b.Order));
    }

    /// <summary>By second, then by the order of drawing, so that the sort is the same every time.</summary>
    private long Order(int second) => ((long)second << 32) | (uint)visits.Count;
}
