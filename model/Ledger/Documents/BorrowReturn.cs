using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>还出: goods of a <see cref="BorrowIn"/> given back.</summary>
/// <remarks>The goods go out at what the pool's method says; what is owed goes down by their share of the value stated
/// then; the difference is cost of sales, since the pool's other goods keep their price.</remarks>
internal static class BorrowReturn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Follows = [DocumentKind.BorrowIn], MustFollow = true, NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk) =>
        StockOut.Move(desk, Location.Borrowed, mayTakeLocked: true);

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in desk.Booked)
        {
            var borrowed = desk.State.DocumentLines(line.OriginalSeq)
                .First(one => one.LineNo == line.OriginalLineNo);
            var before = desk.State.Followed(borrowed.Seq, borrowed.LineNo).GetValueOrDefault(desk.Head.Kind)
                + desk.Booked.TakeWhile(one => one.LineNo < line.LineNo)
                    .Where(one => (one.OriginalSeq, one.OriginalLineNo) == (borrowed.Seq, borrowed.LineNo))
                    .Sum(one => one.Qty);

            // Rounded up to here, not piece by piece: the last one takes the rest.
            var owed = Exact.MulDiv(borrowed.CostAmount, before + line.Qty, borrowed.Qty)
                - Exact.MulDiv(borrowed.CostAmount, before, borrowed.Qty);
            desk.Pay(Account.OtherPayable, Account.Inventory, owed);
            desk.Pay(Account.CostOfSales, Account.Inventory, line.CostAmount - owed);
        }
    }
}
