using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购入库: goods received from a supplier at their net amount.</summary>
/// <remarks>Stock from the supplier into the depot; inventory and input tax against payable, or cash where paid at
/// once.</remarks>
internal static class PurchaseReceipt
{
    public static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var unstated = line with { Row = line.Row with { IsCostExplicit = 0 } };
            desk.Receive(unstated, Location.Supplier, [StockPart.Whole(line)], line.Row.NetAmount);
        }

        return null;
    }

    public static void Settle(PostingDesk desk)
    {
        desk.Pay(
            Account.Inventory, desk.Settlement(Account.Payable), desk.Booked.Sum(line => line.CostAmount));
        desk.Pay(Account.Tax, desk.Settlement(Account.Payable), desk.Booked.Sum(line => line.TaxAmount));
    }
}
