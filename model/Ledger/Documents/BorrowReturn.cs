using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>还出: goods of a <see cref="BorrowIn"/> given back.</summary>
/// <remarks>The goods go out at what the pool's method says; what is owed goes down by their share of the value stated
/// then; the difference is cost of sales, since the pool's other goods keep their price.</remarks>
internal static class BorrowReturn
{
    /// <summary>What takes from what a borrowed line has left.</summary>
    public static readonly IReadOnlyList<DocumentKind> Kinds =
        [DocumentKind.BorrowReturn, DocumentKind.BorrowPurchase];

    public static readonly DocumentForm Form = new(DocumentParts.Lines | DocumentParts.Original, Move, Settle)
    {
        Follows = [DocumentKind.BorrowIn], MustFollow = true, NeedsParty = true, SharesWith = Kinds,
    };

    /// <summary>What is owed for a line's goods, by their share of the value stated when they were borrowed.</summary>
    /// <param name="desk">Of the document.</param>
    /// <param name="line">Follows the borrowed one.</param>
    /// <param name="all">The document's lines, it among them.</param>
    public static long Owed(PostingDesk desk, DocumentLineRow line, IReadOnlyList<DocumentLineRow> all)
    {
        var borrowed = desk.State.DocumentLines(line.OriginalSeq).First(one => one.LineNo == line.OriginalLineNo);
        var before = Following.UsedBy([.. Kinds])(desk.State, borrowed)
            + all.TakeWhile(one => one.LineNo < line.LineNo)
                .Where(one => (one.OriginalSeq, one.OriginalLineNo) == (borrowed.Seq, borrowed.LineNo))
                .Sum(one => one.Qty);

        // Rounded up to here, not piece by piece: the last one takes the rest.
        return Exact.MulDiv(borrowed.CostAmount, before + line.Qty, borrowed.Qty)
            - Exact.MulDiv(borrowed.CostAmount, before, borrowed.Qty);
    }

    private static Refusal? Move(PostingDesk desk) =>
        StockOut.Move(desk, Location.Borrowed, mayTakeLocked: true);

    private static void Settle(PostingDesk desk)
    {
        foreach (var line in desk.Booked)
        {
            var owed = Owed(desk, line, desk.Booked);
            desk.Pay(Account.OtherPayable, Account.Inventory, owed);
            desk.Pay(Account.CostOfSales, Account.Inventory, line.CostAmount - owed);
        }
    }
}
