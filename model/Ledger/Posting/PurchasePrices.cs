using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Keeps what was paid for an item (采购价): every receipt's line that had a price, until it is reversed.
/// </summary>
internal static class PurchasePrices
{
    public static void Add(PostingDesk desk)
    {
        var head = desk.Head;
        foreach (var line in desk.Booked.Where(IsPrice))
        {
            desk.Draft.StateRows.Add(tables => tables.PutPurchasePrice(head, line));
        }
    }

    public static void GiveBack(State state, Draft draft, DocumentRow original)
    {
        if (original.Kind != DocumentKinds.Name(DocumentKind.PurchaseReceipt))
        {
            return;
        }

        foreach (var line in state.DocumentLines(original.Seq).Where(IsPrice))
        {
            draft.StateRows.Add(tables => tables.DropPurchasePrice(original, line));
        }
    }

    private static bool IsPrice(DocumentLineRow line) => line.NetAmount > 0 && line.Purpose.Length == 0;
}
