using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Keeps the stores supplied: each location looks at its stock once a week, the depot twice, and orders from
/// each supplier what falls below the reorder point, with what will soon.</summary>
/// <remarks>The reorder point covers the days up to the next delivery but one with a reserve; before Spring Festival,
/// when suppliers rest, it covers the rest too. What sells often is ordered for four weeks, what sells seldom for a
/// quarter. When a sale finds the shelf empty all the same, the item comes at once by a receipt of its own.</remarks>
internal sealed class Purchasing(Chain chain, DocumentNumbers numbers, Dice dice)
{
    /// <summary>How far above its reorder point an item joins an order that another one makes necessary.</summary>
    private const double JoinPart = 0.2;

    private const double LatePart = 0.015;
    private const int MostDaysLate = 2;
    private const int OpeningLines = 200;
    private const int ReceiptLines = 60;
    private const int OpeningSecond = 6 * 3600;
    private const int DeliverySecond = 7 * 3600;

    /// <summary>Reorder when below <c>Low</c>, up to <c>High</c>; in base units.</summary>
    private readonly record struct Levels(double Low, double High);

    /// <summary>A delivery whose papers come to the office days later: it is booked late, at its own time.</summary>
    private sealed record Late(
        int BookedOn, int Location, (int Day, int Second) At, (int Supplier, List<(int Item, int Qty)> Lines) Order);

    private readonly List<Late> late = [];

    /// <summary>What lay in the stores and the depot when the book began.</summary>
    public IEnumerable<Document> OpeningStock()
    {
        for (var location = 0; location <= chain.Depot; location++)
        {
            if (chain.OpensAfter(location) > 0)
            {
                continue;
            }

            var shares = LeafShares(location, 0);
            foreach (var items in chain.Assortments[location].Items.Chunk(OpeningLines))
            {
                var lines = items.Select(item =>
                {
                    var levels = LevelsOf(location, item, 0, shares);
                    var qty = 1 + (int)(levels.Low + ((levels.High - levels.Low) * dice.Between(0.3, 1.0)));
                    return PurchaseLine(location, item, qty, 0, 1.0);
                });
                yield return Receipt(DocumentKind.OpeningStock, location, (0, OpeningSecond), "", [.. lines]);
            }
        }
    }

    /// <summary>The receipts of a morning, before the stores open.</summary>
    public IEnumerable<Document> Deliveries(int day)
    {
        foreach (var one in late.Where(one => one.BookedOn == day))
        {
            yield return Deliver(one.Location, one.At, one.Order);
        }

        late.RemoveAll(one => one.BookedOn <= day);
        if (!SalesCalendar.Delivers(chain.Life.Date(day)))
        {
            yield break;
        }

        for (var location = 0; location <= chain.Depot; location++)
        {
            var second = DeliverySecond + (location * 300);
            if (!Looks(location, day) || second > chain.Life.Until(day))
            {
                continue;
            }

            foreach (var order in Orders(location, day))
            {
                if (day > 0 && day < chain.Life.Days - MostDaysLate - 1 && dice.Chance(LatePart))
                {
                    late.Add(new Late(day + dice.Between(1, MostDaysLate), location, (day, second), order));
                }
                else
                {
                    yield return Deliver(location, (day, second), order);
                }
            }
        }
    }

    /// <summary>Brings an item at once, <paramref name="need"/> and some more.</summary>
    public Document Rush(int location, int item, int need, (int Day, int Second) at)
    {
        var levels = LevelsOf(location, item, at.Day, LeafShares(location, at.Day));
        var qty = need + (int)Math.Ceiling(levels.High);
        return Receipt(DocumentKind.PurchaseReceipt, location, at,
            Chain.SupplierCode(chain.Goods[item].Supplier), [PurchaseLine(location, item, qty, at.Day, 1.02)]);
    }

    private bool Looks(int location, int day)
    {
        var opens = chain.OpensAfter(location);
        if (opens > 0 && day <= opens)
        {
            // Filled on the morning it opens.
            return day == opens;
        }

        return location == chain.Depot ? day % 7 is 2 or 5 : day % 7 == location % 7;
    }

    private IEnumerable<(int Supplier, List<(int Item, int Qty)> Lines)> Orders(int location, int day)
    {
        var shares = LeafShares(location, day);
        var orders = new List<(int Item, int Qty)>[chain.Suppliers.Count];
        var isDue = new bool[chain.Suppliers.Count];
        foreach (var item in chain.Assortments[location].Items)
        {
            var stock = chain.Shelves[location, item];
            var levels = LevelsOf(location, item, day, shares);
            if (stock > levels.Low + (JoinPart * (levels.High - levels.Low)) || IsMissing(item, day))
            {
                continue;
            }

            isDue[chain.Goods[item].Supplier] |= stock <= levels.Low;
            var qty = WholePacks((int)Math.Ceiling(levels.High) - stock, chain.Goods[item].PackFactor);
            (orders[chain.Goods[item].Supplier] ??= []).Add((item, qty));
        }

        for (var supplier = 0; supplier < orders.Length; supplier++)
        {
            foreach (var part in isDue[supplier] ? orders[supplier].Chunk(ReceiptLines) : [])
            {
                yield return (supplier, [.. part]);
            }
        }
    }

    private Document Deliver(
        int location, (int Day, int Second) at, (int Supplier, List<(int Item, int Qty)> Lines) order)
    {
        // A supplier's price of the day: rebates, small surcharges.
        var factor = dice.Between(0.985, 1.015);
        var lines = new DocumentLine[order.Lines.Count];
        for (var n = 0; n < lines.Length; n++)
        {
            var (item, qty) = order.Lines[n];
            lines[n] = PurchaseLine(location, item, qty, at.Day, factor);
        }

        return Receipt(DocumentKind.PurchaseReceipt, location, at, Chain.SupplierCode(order.Supplier), lines);
    }

    private Levels LevelsOf(int location, int item, int day, double[] leafShares)
    {
        var share = leafShares[chain.Goods[item].Leaf.Index] * chain.Assortments[location].ShareInLeaf(item);
        var each = location == chain.Depot
            ? OrderSize.Wholesale(chain.Goods[item], chain.Goods[item].PriceCents)
            : OrderSize.RetailMean(chain.Goods[item].Leaf.Quantity);
        double Demand(int days) => share * chain.Plan.Expected(location, day, days);

        var month = Demand(30);
        var low = Demand(Rests(day) ? 24 : 10);
        var high = Demand(month >= 20 ? 28 : month >= 3 ? 45 : 75);
        return new Levels(
            (each * low) + (1.3 * each * Math.Sqrt(low)),
            (each * (high + 0.9)) + (0.9 * each * Math.Sqrt(high)) + 0.5);
    }

    /// <summary>Whether suppliers rest within the days that an order has to last.</summary>
    private bool Rests(int day) => !SalesCalendar.Delivers(chain.Life.Date(day).AddDays(9));

    private double[] LeafShares(int location, int day) =>
        chain.Assortments[location].LeafShares(chain.Seasons(day + 7));

    /// <summary>Whether the supplier is out of an item: one in fifty is, three weeks long.</summary>
    private bool IsMissing(int item, int day) =>
        Dice.For(chain.Seed, 100_000 + (item * 100) + (day / 21)).Chance(0.02);

    /// <summary>A line of what comes, put on the shelf.</summary>
    private DocumentLine PurchaseLine(int location, int item, int qty, int day, double factor)
    {
        var goods = chain.Goods[item];
        var lot = goods.Leaf.IsMedicine ? Lot.Of(goods, chain.Life.Date(day)) : null;
        chain.Shelves.Put(location, item, qty, lot);
        var cents = (long)Math.Round(chain.Prices.Cost(item, chain.Life.Month(day)) * qty * factor,
            MidpointRounding.AwayFromZero);
        var packs = qty % goods.PackFactor == 0 ? qty / goods.PackFactor : 0;
        return new DocumentLine(goods.Code, Till.Units(packs > 0 ? packs : qty), Till.Cents(Math.Max(1, cents)))
        {
            Unit = packs > 0 ? goods.PackUnit : goods.Unit,
            TaxAmount = Till.Cents(Till.Part(cents, goods.Leaf.TaxPercent, 100)),
            BatchNo = lot?.No ?? "",
            ProducedOn = lot?.ProducedOn,
            ExpiresOn = lot?.Printed ?? "",
        };
    }

    /// <summary>Whole packs where that changes the order by no more than a third.</summary>
    private static int WholePacks(int qty, int pack)
    {
        var whole = (qty + (pack / 2)) / pack * pack;
        return whole > 0 && Math.Abs(whole - qty) * 3 <= qty ? whole : qty;
    }

    private Document Receipt(
        DocumentKind kind,
        int location,
        (int Day, int Second) at,
        string supplier,
        IReadOnlyList<DocumentLine> lines) =>
        numbers.Blank(kind, location, at) with
        {
            DepotCode = chain.DepotOf(location),
            PartyCode = supplier,
            EmployeeCode = chain.Roster.Staff[location][0].Code,
            Tender = supplier.Length > 0 ? Tender.Account : Tender.Cash,
            Lines = lines,
        };
}
