using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>销售订货合同: what a customer will take over time; orders, sales and deliveries follow it, changes add to it or
/// take off it, and it may be ended with the rest undone.</summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class SalesContract
{
    public static readonly DocumentForm Form = DocumentForm.Plan(PartyRole.Customer, DocumentKind.Quotation) with
    {
        NeedsParty = true, SharesWith = Selling.Kinds,
    };
}
