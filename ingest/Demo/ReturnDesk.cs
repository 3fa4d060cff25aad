using Analytics.Ledger;

namespace Analytics.Ingest.Demo;

/// <summary>Takes goods back within two weeks of their sale: part of the lines of each category, most with their
/// ticket, some without.</summary>
internal sealed class ReturnDesk(Chain chain, DocumentNumbers numbers, Dice dice)
{
    private const int LongestDays = 14;
    private const double WithoutTicket = 0.08;

    private readonly List<Pending>[] days = [.. Enumerable.Range(0, LongestDays + 2).Select(_ => new List<Pending>())];

    /// <summary>A line that comes back.</summary>
    internal readonly record struct Pending(int Location, Document Sale, int LineNo);

    /// <summary>Decides which lines of a sale will come back, and when; a sale that was paid with insurance, points or
    /// coupons stays as it is.</summary>
    public void Remember(int location, int day, Document sale)
    {
        if (!Counter.IsPlain(sale))
        {
            return;
        }

        for (var n = 0; n < sale.Lines.Count; n++)
        {
            if (dice.Chance(chain.ItemOf(sale.Lines[n].ItemCode).Leaf.ReturnRate))
            {
                Due(day + 1 + dice.Below(LongestDays)).Add(new Pending(location, sale, n + 1));
            }
        }
    }

    /// <summary>What comes back today; where a location is shut, it waits for the next day.</summary>
    public List<Pending> Begin(int day)
    {
        var today = Due(day);
        var date = chain.Life.Date(day);
        var (retail, wholesale) = (SalesCalendar.Retail(date) > 0, SalesCalendar.Wholesale(date) > 0);
        if (!retail || !wholesale)
        {
            bool IsOpen(Pending pending) => pending.Location == chain.Depot ? wholesale : retail;
            Due(day + 1).AddRange(today.Where(pending => !IsOpen(pending)));
            today.RemoveAll(pending => !IsOpen(pending));
        }

        return today;
    }

    public Document Take(Pending pending, (int Day, int Second) at)
    {
        var (location, sale, lineNo) = pending;
        var sold = sale.Lines[lineNo - 1];
        var item = chain.ItemOf(sold.ItemCode);
        var pieces = Till.Pieces(sold, item);
        var qty = dice.Chance(0.7) ? pieces : dice.Between(1, pieces);
        var isLinked = !dice.Chance(WithoutTicket);
        chain.Shelves.Put(location, item.Index, qty, lot: null);
        var line = new DocumentLine(item.Code, Till.Units(qty), Till.Share(sold.NetAmount, qty, pieces))
        {
            Unit = item.Unit,
            TaxAmount = Till.Share(sold.TaxAmount, qty, pieces),
            DiscountAmount = Till.Share(sold.DiscountAmount, qty, pieces),
            OriginalLineNo = isLinked ? lineNo : 0,
        };
        var staff = chain.Roster.Staff[location];
        return numbers.Blank(DocumentKind.SaleReturn, location, at) with
        {
            DepotCode = sale.DepotCode,
            PartyCode = sale.PartyCode,
            EmployeeCode = staff[dice.Below(staff.Count)].Code,
            Tender = sale.Tender,
            Tenders = sale.Tender == Tender.Cash && location != chain.Depot
                ? Counter.GivenBack(line.NetAmount + line.TaxAmount)
                : [],
            OriginalNo = isLinked ? sale.DocumentNo : "",
            StatedTotal = line.NetAmount + line.TaxAmount,
            Lines = [line],
        };
    }

    private List<Pending> Due(int day) => days[day % days.Length];
}
