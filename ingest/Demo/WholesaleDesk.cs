using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Sells to wholesale customers out of the depot: at once, or by an order (销售订单) that is delivered in part at
/// once and in part some days later, or given up with the rest.</summary>
/// <remarks>What goes beyond a customer's limit of credit is approved by the head of the company where it is not much,
/// else the customer pays at once.</remarks>
internal sealed class WholesaleDesk(
    Chain chain, DocumentNumbers numbers, Purchasing purchasing, BackOffice office, Dice dice)
{
    private const double OrderedPart = 0.35;
    private const double LaterPart = 0.3;
    private const double GivenUpPart = 0.12;

    private readonly Basket basket = new(chain, dice);
    private readonly List<(int Day, Rest Part)> open = [];

    /// <summary>What of an order is still to be delivered, or is given up.</summary>
    internal sealed record Rest(string OrderNo, int Customer, IReadOnlyList<DocumentLine> Lines, bool IsGivenUp);

    /// <summary>Sells <paramref name="size"/> lines; all that needs is added to the outbox.</summary>
    /// <param name="size">Lines.</param>
    /// <param name="at">When.</param>
    /// <param name="mayClaim">Takes lines that will be sold later off the plan, or says that it has none left.</param>
    /// <param name="outbox">What it makes.</param>
    /// <returns>The sale.</returns>
    public Document Sell(int size, (int Day, int Second) at, Func<int, bool> mayClaim, List<Submission> outbox)
    {
        var customer = chain.Roster.CustomerUrn.Draw(dice);
        var month = chain.Life.Month(at.Day);
        var lines = new DocumentLine[size];
        basket.Begin();
        for (var n = 0; n < size; n++)
        {
            var goods = chain.Goods[basket.Find(chain.Depot, needs: 3)];
            var usual = OrderSize.Wholesale(goods, goods.PriceCents);
            var qty = Math.Max(1, (int)(usual * dice.Between(0.4, 1.6)));
            if (chain.Shelves[chain.Depot, goods.Index] < Math.Min(qty, 3))
            {
                outbox.Add(purchasing.Rush(chain.Depot, goods.Index, qty, at));
            }

            qty = Math.Min(qty, chain.Shelves[chain.Depot, goods.Index]);
            chain.Shelves.Reserve(chain.Depot, goods.Index, qty);
            lines[n] = Line(goods, qty, month, customer);
        }

        var (orderNo, now) = dice.Chance(OrderedPart) ? Order(customer, lines, at, mayClaim, outbox) : ("", lines);
        return Deliver(customer, orderNo, now, at, outbox);
    }

    /// <summary>What is due today; in the order of delivery.</summary>
    public List<Rest> Begin(int day)
    {
        if (SalesCalendar.Wholesale(chain.Life.Date(day)) == 0)
        {
            return [];
        }

        var due = open.Where(one => one.Day <= day).Select(one => one.Part).ToList();
        open.RemoveAll(one => one.Day <= day);
        return due;
    }

    /// <summary>Delivers the rest of an order, or ends it.</summary>
    public void Finish(Rest rest, (int Day, int Second) at, List<Submission> outbox)
    {
        if (!rest.IsGivenUp)
        {
            Deliver(rest.Customer, rest.OrderNo, rest.Lines, at, outbox);
            return;
        }

        foreach (var line in rest.Lines)
        {
            var item = chain.ItemOf(line.ItemCode);
            chain.Shelves.Release(chain.Depot, item.Index, Till.Pieces(line, item));
        }

        outbox.Add(new Termination($"{DocumentKinds.Name(DocumentKind.SalesOrder)}:{rest.OrderNo}")
        {
            Note = "客户取消剩余数量",
        });
    }

    /// <summary>The order of all lines, which reserves them; and what of them is delivered at once.</summary>
    private (string No, IReadOnlyList<DocumentLine> Now) Order(
        int customer, DocumentLine[] lines, (int Day, int Second) at, Func<int, bool> mayClaim,
        List<Submission> outbox)
    {
        var due = at.Day + dice.Between(2, 5);
        var order = Of(DocumentKind.SalesOrder, customer, lines, at) with
        {
            Reserves = true,
            ExpectedOn = chain.Life.Date(due),
        };
        outbox.Add(order);
        var (now, later) = Split(lines);
        var isGivenUp = dice.Chance(GivenUpPart);
        // The last day stops at the current minute: nothing may be left for it.
        if (later.Count == 0 || due >= chain.Life.Days - 8 || !(isGivenUp || mayClaim(later.Count)))
        {
            return (order.DocumentNo, Linked(lines));
        }

        open.Add((due, new Rest(order.DocumentNo, customer, later, isGivenUp)));
        return (order.DocumentNo, now);
    }

    /// <summary>Of some lines a half comes later.</summary>
    private (List<DocumentLine> Now, List<DocumentLine> Later) Split(DocumentLine[] lines)
    {
        var (now, later) = (new List<DocumentLine>(), new List<DocumentLine>());
        foreach (var line in Linked(lines))
        {
            var all = (int)(line.Quantity.Units / Qty.Scale);
            if (all < 2 || !dice.Chance(LaterPart))
            {
                now.Add(line);
                continue;
            }

            var (first, gross) = ((all + 1) / 2, line.NetAmount + line.TaxAmount);
            var part = Till.Share(gross, first, all);
            now.Add(Part(line, first, part));
            later.Add(Part(line, all - first, gross - part));
        }

        return (now, later);
    }

    private DocumentLine Part(DocumentLine line, int qty, Money gross)
    {
        var net = Till.Net(gross, chain.ItemOf(line.ItemCode).Leaf.TaxPercent);
        return line with { Quantity = Till.Units(qty), NetAmount = net, TaxAmount = gross - net };
    }

    private static List<DocumentLine> Linked(DocumentLine[] lines) =>
        [.. lines.Select((line, at) => line with { OriginalLineNo = at + 1 })];

    private Document Deliver(
        int customer, string orderNo, IReadOnlyList<DocumentLine> lines, (int Day, int Second) at,
        List<Submission> outbox)
    {
        foreach (var line in lines)
        {
            var item = chain.ItemOf(line.ItemCode);
            chain.Shelves.Deliver(chain.Depot, item.Index, Till.Pieces(line, item));
        }

        var sale = Of(DocumentKind.Sale, customer, lines, at) with { OriginalNo = orderNo };
        var limit = chain.LimitOf(customer);
        var owed = office.Owes(sale.PartyCode) + sale.StatedTotal!.Value;
        var isFar = owed.Units > limit.Units / 4 * 5;
        sale = sale with { Tender = isFar ? Tender.Cash : Tender.Account };
        outbox.Add(sale);
        if (owed > limit && !isFar)
        {
            outbox.Add(new Approval($"{DocumentKinds.Name(DocumentKind.Sale)}:{sale.DocumentNo}", IsApproved: true)
            {
                Actor = chain.Roster.Staff[0][0].Code,
            });
        }

        return sale;
    }

    /// <summary>Cost and 9 to 14 per cent; whole packs are written as packs.</summary>
    private DocumentLine Line(Goods goods, int qty, int month, int customer)
    {
        var markup = 1.09 + (customer % 6 * 0.01);
        var tax = 1 + (goods.Leaf.TaxPercent / 100.0);
        var price = (long)Math.Ceiling(chain.Prices.Cost(goods.Index, month) * markup * tax);
        var line = Till.Line(goods, qty, price, percentOff: 0);
        return qty % goods.PackFactor == 0
            ? line with { Quantity = Till.Units(qty / goods.PackFactor), Unit = goods.PackUnit }
            : line;
    }

    private Document Of(DocumentKind kind, int customer, IReadOnlyList<DocumentLine> lines, (int Day, int Second) at)
    {
        var staff = chain.Roster.Staff[chain.Depot];
        var employee = staff[customer % staff.Count].Code;
        return numbers.Blank(kind, chain.Depot, at) with
        {
            DepotCode = chain.DepotOf(chain.Depot),
            PartyCode = chain.Roster.Customers[customer].Code,
            EmployeeCode = employee,
            Actor = employee,
            StatedTotal = Till.Total(lines),
            Lines = lines,
        };
    }
}
