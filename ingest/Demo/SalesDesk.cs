using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Makes the tickets of the stores, from what is on the shelves.</summary>
internal sealed class SalesDesk(
    Chain chain, DocumentNumbers numbers, Purchasing purchasing, Counter counter, Dice dice)
{
    private const double MemberPart = 0.56;

    private readonly Basket basket = new(chain, dice);

    /// <summary>A ticket of <paramref name="size"/> lines; receipts it needs first are added to the outbox before it.
    /// </summary>
    public Document Sell(int location, int size, (int Day, int Second) at, List<Submission> outbox)
    {
        var members = chain.Roster.Members[location];
        var isMember = members.Count > 0 && dice.Chance(MemberPart);
        var party = isMember ? members[chain.Roster.MemberUrns[location].Draw(dice)].Code : Roster.WalkIn;
        var month = chain.Life.Month(at.Day);
        var lines = new DocumentLine[size];
        var medicine = Money.Zero;
        basket.Begin();
        for (var n = 0; n < size; n++)
        {
            var item = basket.Find(location, needs: 1);
            var goods = chain.Goods[item];
            var qty = OrderSize.Retail(goods.Leaf.Quantity, dice);
            if (chain.Shelves[location, item] == 0)
            {
                outbox.Add(purchasing.Rush(location, item, qty, at));
            }

            qty = Math.Min(qty, chain.Shelves[location, item]);
            chain.Shelves.Take(location, item, qty);
            lines[n] = Till.Line(
                goods, qty, chain.Prices.Shelf(item, month), chain.Promotions.PercentOff(item, isMember));
            medicine += goods.Leaf.IsMedicine ? lines[n].NetAmount + lines[n].TaxAmount : Money.Zero;
        }

        var staff = chain.Roster.Staff[location];
        var ticket = numbers.Blank(DocumentKind.Sale, location, at) with
        {
            PartyCode = party,
            EmployeeCode = staff[dice.Below(staff.Count)].Code,
            StatedTotal = Till.Total(lines),
            Lines = lines,
        };
        return counter.Settle(ticket, location, at.Day, medicine);
    }
}
