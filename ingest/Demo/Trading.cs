using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Runs the days of the company: the office's work and deliveries in the morning, then sales and returns by
/// the clock.</summary>
internal sealed class Trading
{
    private const int ReturnsFrom = 9 * 3600;
    private const int ReturnsTo = 20 * 3600;
    private const int DeliveriesFrom = 9 * 3600;
    private const int DeliveriesTo = 17 * 3600;

    private readonly Chain chain;
    private readonly Dice dice;
    private readonly DocumentNumbers numbers;
    private readonly Purchasing purchasing;
    private readonly InsuranceOffice insurance;
    private readonly MemberClub club;
    private readonly Counter counter;
    private readonly SalesDesk sales;
    private readonly WholesaleDesk wholesale;
    private readonly ReturnDesk returns;
    private readonly BackOffice office;
    private readonly StockRoom stockRoom;
    private readonly PackCodes codes;
    private readonly long[] sold;
    private readonly List<Visit> visits = [];
    private readonly List<Submission> outbox = [];

    public Trading(Chain chain)
    {
        this.chain = chain;
        dice = Dice.For(chain.Seed, 10);
        numbers = new DocumentNumbers(chain);
        purchasing = new Purchasing(chain, numbers, Dice.For(chain.Seed, 11));
        insurance = new InsuranceOffice(chain, numbers, Dice.For(chain.Seed, 16));
        club = new MemberClub(chain, numbers, Dice.For(chain.Seed, 17));
        counter = new Counter(chain, numbers, club, insurance, Dice.For(chain.Seed, 18));
        sales = new SalesDesk(chain, numbers, purchasing, counter, Dice.For(chain.Seed, 12));
        returns = new ReturnDesk(chain, numbers, Dice.For(chain.Seed, 13));
        office = new BackOffice(chain, numbers, counter, Dice.For(chain.Seed, 14));
        wholesale = new WholesaleDesk(chain, numbers, purchasing, office, Dice.For(chain.Seed, 19));
        stockRoom = new StockRoom(chain, numbers, Dice.For(chain.Seed, 15));
        codes = new PackCodes(chain);
        sold = new long[chain.Depot + 1];
    }

    private enum Errand
    {
        Buys,

        /// <summary>Brings something back.</summary>
        Returns,

        /// <summary>Gets the rest of an order.</summary>
        Awaits,
    }

    /// <summary>A customer at the counter: buys <c>N</c> lines, or comes for number <c>N</c> of the day's returns or
    /// deliveries.</summary>
    private readonly record struct Visit(long Order, int Location, Errand Errand, int N)
    {
        public int Second => (int)(Order >> 32);
    }

    /// <summary>Every document and voucher of the company, by business time.</summary>
    public IEnumerable<Submission> Documents()
    {
        numbers.Begin(chain.Life.Date(0));
        foreach (var document in purchasing.OpeningStock())
        {
            yield return codes.Mark(document);
        }

        for (var day = 0; day < chain.Life.Days; day++)
        {
            Run(day);
            foreach (var submission in outbox)
            {
                yield return codes.Mark(submission);
            }
        }
    }

    private void Run(int day)
    {
        outbox.Clear();
        numbers.Begin(chain.Life.Date(day));
        Begin(day);
        outbox.AddRange(counter.Morning(day));
        outbox.AddRange(office.Morning(day));
        outbox.AddRange(insurance.Morning(day));
        outbox.AddRange(club.Morning(day));
        outbox.AddRange(stockRoom.Morning(day));
        outbox.AddRange(purchasing.Deliveries(day));
        var (back, due) = (returns.Begin(day), wholesale.Begin(day));
        Expect(day, back.Count, due.Count);
        var noted = Note(day, 0);
        foreach (var visit in visits)
        {
            var at = (day, visit.Second);
            switch (visit.Errand)
            {
                case Errand.Returns:
                    outbox.Add(returns.Take(back[visit.N], at));
                    break;
                case Errand.Awaits:
                    wholesale.Finish(due[visit.N], at, outbox);
                    break;
                default:
                    returns.Remember(visit.Location, day, Sell(visit, at));
                    break;
            }

            noted = Note(day, noted);
        }

        back.Clear();
        outbox.AddRange(counter.Evening(day));
    }

    private void Begin(int day)
    {
        chain.Promotions.Begin(day);
        var seasons = chain.Seasons(day);
        foreach (var assortment in chain.Assortments)
        {
            assortment.Begin(seasons);
        }
    }

    private Document Sell(Visit visit, (int Day, int Second) at)
    {
        if (visit.Location == chain.Depot)
        {
            return wholesale.Sell(visit.N, at, MayClaim, outbox);
        }

        var ticket = sales.Sell(visit.Location, visit.N, at, outbox);
        outbox.Add(ticket);
        return ticket;
    }

    /// <summary>Takes lines that wholesale will sell later off its plan.</summary>
    private bool MayClaim(int lines)
    {
        if (sold[chain.Depot] + lines > chain.Plan.All(chain.Depot))
        {
            return false;
        }

        sold[chain.Depot] += lines;
        return true;
    }

    /// <summary>Tells those who keep account of what documents did; up to where that is.</summary>
    private int Note(int day, int from)
    {
        foreach (var document in outbox.Skip(from).OfType<Document>())
        {
            office.Remember(day, document);
            counter.Remember(LocationOf(document), document);
            club.Remember(document);
        }

        return outbox.Count;
    }

    private int LocationOf(Document document) =>
        document.DepotCode.Length > 0 ? chain.Depot : chain.LocationOf(document.StoreCode);

    /// <summary>Who comes on the day, in the order of coming.</summary>
    private void Expect(int day, int back, int due)
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
                visits.Add(new Visit(
                    Order(hours.When(dice.Fraction() * part)), location, Errand.Buys, lines));
            }
        }

        for (var n = 0; n < back; n++)
        {
            var second = dice.Between(ReturnsFrom, ReturnsTo);
            if (second < chain.Life.Until(day))
            {
                visits.Add(new Visit(Order(second), 0, Errand.Returns, n));
            }
        }

        for (var n = 0; n < due; n++)
        {
            visits.Add(new Visit(Order(dice.Between(DeliveriesFrom, DeliveriesTo)), chain.Depot, Errand.Awaits, n));
        }

        visits.Sort((a, b) => a.Order.CompareTo(b.Order));
    }

    /// <summary>By second, then by the order of drawing, so that the sort is the same every time.</summary>
    private long Order(int second) => ((long)second << 32) | (uint)visits.Count;
}
