using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>调拨出库: goods sent to another depot, on their way until a <see cref="TransferIn"/> takes them.</summary>
/// <remarks>Stock from the depot into transit, at what it costs; goods in transit against inventory. Where a line
/// states a net amount (异价调拨), its goods are in transit at that, and what that is above or below cost stands on
/// <see cref="Account.PriceVariance"/>.</remarks>
internal static class TransferOut
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.ToDepot, Move, Settle);

    private static Refusal? Move(PostingDesk desk) => desk.Head.ToDepotId == desk.Head.DepotId
        ? new Refusal(RefusalReason.SameDepot, 0, desk.Document.ToDepotCode)
        : StockOut.Move(
            desk, static line => line.Row.NetAmount > 0 ? Location.PricedTransfer : Location.Transit,
            mayTakeLocked: false);

    private static void Settle(PostingDesk desk)
    {
        var priced = desk.Booked.Where(line => line.NetAmount > 0).ToList();
        desk.Pay(
            Account.InTransit, Account.Inventory,
            desk.Booked.Where(line => line.NetAmount <= 0).Sum(line => line.CostAmount));
        desk.Pay(Account.PriceVariance, Account.Inventory, priced.Sum(line => line.CostAmount));
        desk.Pay(Account.InTransit, Account.PriceVariance, priced.Sum(line => line.NetAmount));
    }
}
