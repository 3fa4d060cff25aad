using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购入库: goods received from a supplier at their net amount.</summary>
/// <remarks>Stock from the supplier into the depot; inventory and input tax against payable, or cash where paid at
/// once.</remarks>
internal static class PurchaseReceipt
{
    public static Refusal? Post(PostingDesk desk)
    {
        var (net, tax) = (0L, 0L);
        foreach (var line in desk.Lines)
        {
            var booked = line with { CostAmount = line.NetAmount, IsCostExplicit = 0 };
            desk.Receive(booked, Location.Supplier, line.Qty, line.NetAmount);
            net += line.NetAmount;
            tax += line.TaxAmount;
        }

        desk.Pay(Account.Inventory, desk.Settlement(Account.Payable), net);
        desk.Pay(Account.Tax, desk.Settlement(Account.Payable), tax);
        return null;
    }
}
