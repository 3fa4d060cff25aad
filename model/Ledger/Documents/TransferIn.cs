using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>调拨入库: goods of a <see cref="TransferOut"/> that arrived, all of them or some.</summary>
/// <remarks>Stock from transit into the depot they were sent to, at their share of what they went out at, and of the
/// same
/// batches. What was lost on the way arrives too and is then written off by a <see cref="StockDamage"/>.</remarks>
internal static class TransferIn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Follows = [DocumentKind.TransferOut], MustFollow = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            if (desk.State.DocumentRow(line.Row.OriginalSeq).ToDepotId != desk.Head.DepotId)
            {
                return new Refusal(
                    RefusalReason.TransferElsewhere, (int)line.Row.LineNo, desk.Depot.StoreCode);
            }
        }

        return ComingBack.Move(desk, Location.Transit);
    }

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.Inventory, Account.InTransit, desk.Booked.Sum(line => line.CostAmount));
}
