using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购订单: what was ordered from a supplier; received by one or several receipts, or ended with the rest
/// undone.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class PurchaseOrder
{
    public static readonly DocumentForm Form = DocumentForm.Plan(PartyRole.Supplier) with { NeedsParty = true };
}
