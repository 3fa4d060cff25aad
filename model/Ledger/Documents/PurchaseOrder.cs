using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购订单: what was ordered from a supplier, by itself or after a comparison, a requisition or a plan;
/// received by one or several receipts, or ended with the rest undone.</summary>
/// <remarks>Moves nothing and owes nothing. After a comparison it goes to the supplier that was chosen.</remarks>
internal static class PurchaseOrder
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original, Move, static _ => { })
        {
            Party = PartyRole.Supplier,
            NeedsParty = true,
            IsPlan = true,
            Follows =
            [
                DocumentKind.PurchaseComparison, DocumentKind.PurchaseRequisition, DocumentKind.PurchasePlan,
            ],
            Used = Following.UsedBy(DocumentKind.PurchaseOrder, DocumentKind.PurchaseRequisition),
        };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            if (PurchaseComparison.NotChosen(desk, line) is { } refusal)
            {
                return refusal;
            }

            desk.Plan(line);
        }

        return null;
    }
}
