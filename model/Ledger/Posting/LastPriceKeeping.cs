using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Keeps what each party paid last for an item (物价跟踪).</summary>
internal static class LastPriceKeeping
{
    private static readonly HashSet<string> Kinds = new(
        ((DocumentKind[])
        [
            DocumentKind.Sale, DocumentKind.DeliveryReceipt, DocumentKind.Exchange,
            DocumentKind.ConsignmentSettlement, DocumentKind.ConsignedSale,
            DocumentKind.LendSale,
        ]).Select(DocumentKinds.Name),
        StringComparer.Ordinal);

    public static void Take(Draft draft)
    {
        var head = draft.Document!;
        foreach (var line in Priced(head, draft.Lines))
        {
            draft.StateRows.Add(tables => tables.PutLastPrice(head, line));
        }
    }

    /// <summary>Goes back to the price before the reversed document's.</summary>
    public static void GiveBack(Draft draft, DocumentRow original, IEnumerable<DocumentLineRow> lines)
    {
        var priced = Priced(original, lines).ToList();
        if (priced.Count == 0)
        {
            return;
        }

        draft.StateRows.Add(tables =>
        {
            // What is reversed must be known as such before the tables are asked for the one before it.
            tables.PutDocument(original.DocumentKey, draft.Documents[original.DocumentKey]);
            foreach (var line in priced)
            {
                tables.TakeBackLastPrice(original, line);
            }
        });
    }

    private static IEnumerable<DocumentLineRow> Priced(DocumentRow head, IEnumerable<DocumentLineRow> lines) =>
        head.PartyId != None.Id && Kinds.Contains(head.Kind)
            ? lines.Where(line => line.Qty > 0 && line.Purpose.Length == 0)
            : [];
}
