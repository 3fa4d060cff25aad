using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Makes the tickets of the stores and the orders of wholesale, from what is on hand.</summary>
/// <remarks>A customer who finds a shelf empty takes something else; one who finds less takes what there is. Only
/// when three tries fail does the item come at once, so that the plan's lines are always sold.</remarks>
internal sealed class SalesDesk(Chain chain, DocumentNumbers numbers, Purchasing purchasing, Dice dice)
{
    private const int Tries = 3;
    private const double MemberPart = 0.56;
    private const double LeafletPart = 0.07;

    private readonly Promotions promotions = new(chain);
    private readonly List<int> basket = [];

    public void Begin(int day)
    {
        promotions.Begin(day);
        var seasons = chain.Seasons(day);
        foreach (var assortment in chain.Assortments)
        {
            assortment.Begin(seasons);
        }
    }

    /// <summary>A ticket of <paramref name="size"/> lines; receipts it needs first are added to the outbox before it.
    /// </summary>
    public Document Sell(int location, int size, (int Day, int Second) at, List<Submission> outbox) =>
        location == chain.Depot ? Order(size, at, outbox) : Ticket(location, size, at, outbox);

    private Document Ticket(int location, int size, (int Day, int Second) at, List<Submission> outbox)
    {
        var members = chain.Roster.Members[location];
        var isMember = members.Count > 0 && dice.Chance(MemberPart);
        var party = isMember ? members[chain.Roster.MemberUrns[location].Draw(dice)].Code : Roster.WalkIn;
        var month = chain.Life.Month(at.Day);
        var lines = new DocumentLine[size];
        basket.Clear();
        for (var n = 0; n < size; n++)
        {
            var item = Find(location, needs: 1);
            var stock = chain.OnHand[location];
            var qty = OrderSize.Retail(chain.Goods[item].Leaf.Quantity, dice);
            if (stock[item] == 0)
            {
                outbox.Add(purchasing.Rush(location, item, qty, at));
            }

            qty = Math.Min(qty, stock[item]);
            stock[item] -= qty;
            lines[n] = Till.Line(
                chain.Goods[item], qty, chain.Prices.Shelf(item, month), promotions.PercentOff(item, isMember));
        }

        return Sale(location, at, party, lines);
    }

    private Document Order(int size, (int Day, int Second) at, List<Submission> outbox)
    {
        var location = chain.Depot;
        var customer = chain.Roster.CustomerUrn.Draw(dice);
        var month = chain.Life.Month(at.Day);
        var lines = new DocumentLine[size];
        basket.Clear();
        for (var n = 0; n < size; n++)
        {
            var item = Find(location, needs: 3);
            var goods = chain.Goods[item];
            var usual = OrderSize.Wholesale(goods, goods.PriceCents);
            var qty = Math.Max(1, (int)(usual * dice.Between(0.4, 1.6)));
            var stock = chain.OnHand[location];
            if (stock[item] < Math.Min(qty, 3))
            {
                outbox.Add(purchasing.Rush(location, item, qty, at));
            }

            qty = Math.Min(qty, stock[item]);
            stock[item] -= qty;
            lines[n] = WholesaleLine(goods, qty, month, customer);
        }

        return Sale(location, at, chain.Roster.Customers[customer].Code, lines);
    }

    /// <summary>Cost and 9 to 14 per cent; whole packs are written as packs.</summary>
    private DocumentLine WholesaleLine(Goods goods, int qty, int month, int customer)
    {
        var markup = 1.09 + (customer % 6 * 0.01);
        var tax = 1 + (goods.Leaf.TaxPercent / 100.0);
        var price = (long)Math.Ceiling(chain.Prices.Cost(goods.Index, month) * markup * tax);
        var line = Till.Line(goods, qty, price, percentOff: 0);
        return qty % goods.PackFactor == 0
            ? line with { Quantity = Till.Units(qty / goods.PackFactor), Unit = goods.PackUnit }
            : line;
    }

    /// <summary>An item that is on the shelf and not in the basket yet, within some tries.</summary>
    private int Find(int location, int needs)
    {
        var item = 0;
        for (var n = 0; n < Tries; n++)
        {
            item = Wanted(location);
            if (chain.OnHand[location][item] >= needs && !basket.Contains(item))
            {
                break;
            }
        }

        basket.Add(item);
        return item;
    }

    private int Wanted(int location)
    {
        if (location != chain.Depot && dice.Chance(LeafletPart))
        {
            var item = promotions.Draw(dice);
            if (chain.Assortments[location].Carries(item))
            {
                return item;
            }
        }

        return chain.Assortments[location].Draw(dice);
    }

    private Document Sale(int location, (int Day, int Second) at, string party, DocumentLine[] lines)
    {
        var staff = chain.Roster.Staff[location];
        return new Document(
            DocumentKind.Sale, numbers.Next(DocumentKind.Sale, location), chain.Life.At(at.Day, at.Second))
        {
            StoreCode = chain.StoreCode(location),
            DepotCode = chain.DepotOf(location),
            PartyCode = party,
            EmployeeCode = staff[dice.Below(staff.Count)].Code,
            Tender = location == chain.Depot ? Tender.Account : Tender.Cash,
            StatedTotal = Till.Total(lines),
            Lines = lines,
        };
    }
}
