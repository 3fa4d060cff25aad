using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>其他入库: goods that came in for another reason than trade, at the cost stated, else at their net amount, else
/// at what they cost now.</summary>
/// <remarks>Inventory against the account the document names.</remarks>
internal static class OtherIn
{
    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle)
    {
        TakesContra = true, NeedsReason = true, IsInward = true,
    };

    private static Refusal? Move(PostingDesk desk) => Found.Move(desk, Location.Other);

    private static void Settle(PostingDesk desk) => StockContra.Book(desk, Account.OtherIncome, isIn: true);
}
