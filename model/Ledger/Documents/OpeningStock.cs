using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>期初库存: goods that lay in the depot when the book began, at their cost or else their net amount.</summary>
/// <remarks>Stock from the opening into the depot; inventory against equity.</remarks>
internal static class OpeningStock
{
    public static Refusal? Post(PostingDesk desk)
    {
        var total = 0L;
        foreach (var line in desk.Lines)
        {
            var value = line.IsCostExplicit == 1 ? line.CostAmount : line.NetAmount;
            desk.Receive(line with { CostAmount = value }, Location.Opening, line.Qty, value);
            total += value;
        }

        desk.Pay(Account.Inventory, Account.Equity, total);
        return null;
    }
}
