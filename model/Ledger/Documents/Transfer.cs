using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>调拨单: goods brought to another depot at the same moment, at what they cost or, where its lines state a net
/// amount (异价调拨), at that.</summary>
/// <remarks>Out of the depot and into the other one, which follows when the goods turn out to have cost otherwise. A
/// price above or below cost stands on <see cref="Account.PriceVariance"/>: the company is worth more by the declared
/// internal profit alone. Batches and trace codes go along.</remarks>
internal static class Transfer
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.ToDepot | DocumentParts.ToBin, Move, Settle)
        {
            IsBothWays = true,
        };

    private static Refusal? Move(PostingDesk desk)
    {
        var toDepot = desk.Head.ToDepotId;
        if (toDepot == desk.Head.DepotId)
        {
            return new Refusal(RefusalReason.SameDepot, 0, desk.Document.ToDepotCode);
        }

        foreach (var line in desk.Lines)
        {
            var (bin, noBin) = Intake.Bin(desk, line, line.Given.ToBinCode, desk.State.StoreById(toDepot));
            if (noBin is not null)
            {
                return noBin;
            }

            var (parts, refusal) = desk.Picking.Out(line, toDepot, mayTakeLocked: false);
            if (refusal is not null)
            {
                return refusal;
            }

            var isPriced = line.Row.NetAmount > 0;
            desk.Carry(
                line, isPriced ? Location.PricedTransfer : Location.Transfer, parts, (toDepot, bin),
                isPriced ? line.Row.NetAmount : null);
        }

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in desk.Booked)
        {
            var (isPriced, came) = (line.NetAmount > 0, Came(desk, line));
            var by = isPriced ? Account.PriceVariance : Account.InTransit;
            desk.Pay(by, Account.Inventory, line.CostAmount);
            desk.Pay(Account.Inventory, by, came);
            desk.Pay(Account.CostOfSales, by, isPriced ? 0 : line.CostAmount - came);
        }
    }

    /// <summary>What a line's goods are worth where they came: less than what went out where that was covered only
    /// after them.</summary>
    public static long Came(PostingDesk desk, DocumentLineRow line) =>
        desk.Draft.Stock.Where(row => row.Qty > 0 && row.DocumentLineNo == line.LineNo).Sum(row => row.Value);
}
