using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>调拨出库: goods sent to another depot, on their way until a <see cref="TransferIn"/> takes them.</summary>
/// <remarks>Stock from the depot into transit, at what it costs; goods in transit against inventory.</remarks>
internal static class TransferOut
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.ToDepot, Move, Settle);

    private static Refusal? Move(PostingDesk desk) => desk.Head.ToDepotId == desk.Head.DepotId
        ? new Refusal(RefusalReason.SameDepot, 0, desk.Document.ToDepotCode)
        : StockOut.Move(desk, Location.Transit, mayTakeLocked: false);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.InTransit, Account.Inventory, desk.Booked.Sum(line => line.CostAmount));
}
