using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>借出: goods lent to a party, who gives the same back.</summary>
/// <remarks>At what it costs; goods lent against inventory. What the party still has is what its lines have
/// left.</remarks>
internal static class LendOut
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk) =>
        StockOut.Move(desk, Location.Lent, mayTakeLocked: false);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(
            Account.GoodsDispatched,
            Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
}
