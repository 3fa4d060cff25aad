using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>销售订单: what a customer ordered; delivered by one or several sales, or ended with the rest undone.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class SalesOrder
{
    public static readonly DocumentForm Form = DocumentForm.Plan(PartyRole.Customer) with { NeedsParty = true };
}
