using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>报损单: goods that were damaged or lost, for a reason of the list.</summary>
/// <remarks>Stock from the depot to loss at what it costs; losses not yet decided on against inventory.</remarks>
internal static class StockDamage
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle);

    private static Refusal? Move(PostingDesk desk) =>
        StockOut.Move(desk, Location.Loss, mayTakeLocked: true);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(
            Account.LossPending,
            Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
}
