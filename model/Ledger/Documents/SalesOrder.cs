using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>销售订单: what a customer ordered; delivered by one or several sales or delivery notes, or ended with the rest
/// undone.</summary>
/// <remarks>Moves nothing and owes nothing. Where it reserves (占用), what is not delivered yet is kept in its depot from
/// whoever has not reserved it before (<see cref="Reservations"/>).</remarks>
internal static class SalesOrder
{
    public static readonly DocumentForm Form =
        DocumentForm.Plan(PartyRole.Customer, DocumentKind.Quotation, DocumentKind.SalesContract) with
        {
            NeedsParty = true,
            Takes = DocumentParts.Lines | DocumentParts.Original | DocumentParts.Reserving,
            SharesWith = Selling.Kinds,
        };
}
