using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>期初库存: goods that lay in the depot when the book began, at their cost or else their net amount.</summary>
/// <remarks>Stock from the opening into the depot; inventory against equity.</remarks>
internal static class OpeningStock
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        IsInward = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var (parts, refusal) = desk.Intake.Of(line, Location.Opening);
            if (refusal is not null)
            {
                return refusal;
            }

            var value = line.Row.IsCostExplicit == 1 ? line.Row.CostAmount : line.Row.NetAmount;
            desk.Receive(line, Location.Opening, parts, value);
        }

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        desk.Pay(Account.Inventory, Account.Equity, desk.Booked.Sum(line => line.CostAmount));
    }
}
