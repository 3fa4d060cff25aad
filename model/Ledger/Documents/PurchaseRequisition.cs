using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>请购单: what a store asks to have bought, by itself, after a plan, or for a sales order (以销订采).</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class PurchaseRequisition
{
    public static readonly DocumentForm Form =
        DocumentForm.Plan(PartyRole.Any, DocumentKind.PurchasePlan, DocumentKind.SalesOrder) with
        {
            Used = Following.UsedBy(DocumentKind.PurchaseRequisition, DocumentKind.PurchaseOrder),
        };
}
