using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>退货订单: what a customer is to bring back, of a sale where that is known; sale returns follow it.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class ReturnOrder
{
    public static readonly DocumentForm Form =
        DocumentForm.Plan(PartyRole.Customer, SaleReturn.Sales) with
        {
            NeedsParty = true, SharesWith = [DocumentKind.SaleReturn, DocumentKind.LeftoverReturn],
        };
}
