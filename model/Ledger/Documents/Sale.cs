using System.Globalization;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>销售: goods handed to a customer, at what they cost now.</summary>
/// <remarks>Stock from the depot to the customer; cash or receivable against revenue and output tax; cost of sales
/// against inventory. A depot that may not go negative refuses to give what it does not have.</remarks>
internal static class Sale
{
    public static Refusal? Post(PostingDesk desk)
    {
        var mayGoNegative = desk.Depot.MayGoNegative == 1;
        foreach (var line in desk.Lines)
        {
            var onHand = desk.PoolOf(line.ItemId).Qty;
            if (!mayGoNegative && onHand < line.Qty)
            {
                return new Refusal(RefusalReason.InsufficientStock, (int)line.LineNo, Short(desk, line, onHand));
            }

            desk.Issue(line, Location.Customer);
        }

        Settle(desk, desk.Booked);
        return null;
    }

    /// <summary>The money side of a sale, or, its lines being negative, of a return.</summary>
    internal static void Settle(PostingDesk desk, IReadOnlyList<DocumentLineRow> booked)
    {
        var settlement = desk.Settlement(Account.Receivable);
        desk.Pay(settlement, Account.Revenue, booked.Sum(line => line.NetAmount));
        desk.Pay(settlement, Account.Tax, booked.Sum(line => line.TaxAmount));
        desk.Pay(Account.CostOfSales, Account.Inventory, booked.Sum(line => line.CostAmount));
    }

    private static string Short(PostingDesk desk, DocumentLineRow line, long onHand) => string.Create(
        CultureInfo.InvariantCulture,
        $"{desk.ItemCode(line)}: {new Qty(onHand)} < {new Qty(line.Qty)}");
}
