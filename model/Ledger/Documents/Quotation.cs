using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>报价单: goods and prices offered to a customer until a day; an order or contract may follow it until then.
/// </summary>
/// <remarks>Moves nothing and owes nothing.</remarks>
internal static class Quotation
{
    public static readonly DocumentForm Form = DocumentForm.Plan(PartyRole.Customer) with
    {
        NeedsParty = true, Takes = DocumentParts.Lines | DocumentParts.ValidUntil,
    };
}
