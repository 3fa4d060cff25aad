using System.Globalization;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>销售: goods handed to a customer, at what they cost now.</summary>
/// <remarks>Stock from the depot to the customer; cash or receivable against revenue and output tax; cost of sales
/// against inventory. A depot that may not go negative refuses to give what it does not have.</remarks>
internal static class Sale
{
    public static Refusal? Move(PostingDesk desk)
    {
        var mayGoNegative = desk.Depot.MayGoNegative == 1;
        foreach (var line in desk.Lines)
        {
            if (!mayGoNegative && desk.OnHand(line) is var onHand && onHand < line.Row.Qty)
            {
                return new Refusal(RefusalReason.InsufficientStock, (int)line.Row.LineNo, Short(line, onHand));
            }

            desk.Issue(line, Location.Customer, [StockPart.Whole(line)]);
        }

        return null;
    }

    /// <summary>The money side of a sale, or, its lines being negative, of a return.</summary>
    public static void Settle(PostingDesk desk)
    {
        var booked = desk.Booked;
        var settlement = desk.Settlement(Account.Receivable);
        desk.Pay(settlement, Account.Revenue, booked.Sum(line => line.NetAmount));
        desk.Pay(settlement, Account.Tax, booked.Sum(line => line.TaxAmount));
        desk.Pay(Account.CostOfSales, Account.Inventory, booked.Sum(line => line.CostAmount));
    }

    private static string Short(LineDraft line, long onHand) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Given.ItemCode}: {new Qty(onHand)} < {new Qty(line.Row.Qty)}");
}
