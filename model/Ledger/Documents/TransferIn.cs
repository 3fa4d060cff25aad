using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>调拨入库: goods of a <see cref="TransferOut"/> that arrived, all of them or some.</summary>
/// <remarks>Stock from transit into the depot they were sent to, of the same batches, at their share of what they went
/// out at, or of the price they were sent at (异价调拨). What was lost on the way arrives too and is then written off by a
/// <see cref="StockDamage"/>.</remarks>
internal static class TransferIn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Follows = [DocumentKind.TransferOut], MustFollow = true, IsInward = true,
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

        return ComingBack.Move(desk, line => Sent(desk, line).NetAmount > 0
            ? (Location.PricedTransfer, Price(desk, line))
            : (Location.Transit, null));
    }

    /// <summary>The line's share of the price its goods were sent at; the last one takes the rest.</summary>
    private static long Price(PostingDesk desk, LineDraft line)
    {
        var sent = Sent(desk, line);
        var before = desk.State.Followed(sent.Seq, sent.LineNo).GetValueOrDefault(desk.Head.Kind)
            + desk.Lines.TakeWhile(one => one.Row.LineNo < line.Row.LineNo)
                .Where(one => (one.Row.OriginalSeq, one.Row.OriginalLineNo) == (sent.Seq, sent.LineNo))
                .Sum(one => one.Row.Qty);
        return Exact.MulDiv(sent.NetAmount, before + line.Row.Qty, sent.Qty)
            - Exact.MulDiv(sent.NetAmount, before, sent.Qty);
    }

    private static DocumentLineRow Sent(PostingDesk desk, LineDraft line) =>
        desk.State.DocumentLines(line.Row.OriginalSeq).First(one => one.LineNo == line.Row.OriginalLineNo);

    private static void Settle(PostingDesk desk) =>
        desk.Pay(Account.Inventory, Account.InTransit, desk.Booked.Sum(line => line.CostAmount));
}
