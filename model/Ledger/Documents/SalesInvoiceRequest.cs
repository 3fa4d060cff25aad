using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>开票申请: sales of one customer, whole or in part, that are to be invoiced together or apart.</summary>
/// <remarks>Each line follows one of a sale. Moves nothing and owes nothing; does not count as invoiced.</remarks>
internal static class SalesInvoiceRequest
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original, Move, static _ => { })
        {
            Party = PartyRole.Customer,
            NeedsParty = true,
            Follows = [DocumentKind.Sale],
            IsPlan = true,
            GivesBackRest = true,
            Used = Following.UsedBy(
                DocumentKind.SalesInvoiceRequest, DocumentKind.SalesInvoice, DocumentKind.SaleReturn),
        };

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var (sold, refusal) = Invoicing.Over(desk, line);
            if (refusal is not null)
            {
                return refusal;
            }

            var (matched, wrong) = Invoicing.Match(line, sold!, Invoicing.Before(desk, sold!), isFirm: true);
            if (wrong is not null)
            {
                return wrong;
            }

            desk.Plan(matched!);
            Invoicing.Add(desk, matched!, (sold!.Seq, sold.LineNo), sign: 0);
        }

        return null;
    }
}
