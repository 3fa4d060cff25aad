using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>内部领用: goods used inside the company.</summary>
/// <remarks>At what it costs, against the expense account the document names.</remarks>
internal static class InternalUse
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        TakesContra = true,
    };

    private static Refusal? Move(PostingDesk desk) =>
        StockOut.Move(desk, Location.InternalUse, mayTakeLocked: false);

    private static void Settle(PostingDesk desk) => StockContra.Book(desk, Account.AdminExpense, isIn: false);
}
