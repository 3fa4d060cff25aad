using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>其他出库: goods that went out for another reason than trade.</summary>
/// <remarks>At what it costs, against the account the document names.</remarks>
internal static class OtherOut
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        TakesContra = true, NeedsReason = true,
    };

    private static Refusal? Move(PostingDesk desk) =>
        StockOut.Move(desk, Location.Other, mayTakeLocked: false);

    private static void Settle(PostingDesk desk) => StockContra.Book(desk, Account.OtherExpense, isIn: false);
}
