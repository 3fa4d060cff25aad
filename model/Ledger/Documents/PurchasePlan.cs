using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>采购计划: what is to be bought; requested or ordered from, or ended with the rest undone.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class PurchasePlan
{
    public static readonly DocumentForm Form = DocumentForm.Plan(PartyRole.Supplier);
}
