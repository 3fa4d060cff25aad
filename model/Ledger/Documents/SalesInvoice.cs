using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>销售发票: an invoice over sales of one customer, after a request or by itself; several sales merged into one
/// invoice (合并), or one sale split into several (拆分).</summary>
/// <remarks>Each line is over one of a sale, at its rate and price, and never over more than was sold and neither
/// returned nor invoiced. Moves nothing and books nothing: revenue is booked with the delivery.</remarks>
internal static class SalesInvoice
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Invoice, Move, static _ => { })
        {
            Party = PartyRole.Customer,
            NeedsParty = true,
            Follows = [DocumentKind.SalesInvoiceRequest, DocumentKind.Sale],
            Used = Used,
        };

    private static Refusal? Move(PostingDesk desk)
    {
        if (Invoicing.Enter(desk) is { } taken)
        {
            return taken;
        }

        foreach (var line in desk.Lines)
        {
            var (sold, refusal) = Invoicing.Over(desk, line);
            if (refusal is not null)
            {
                return refusal;
            }

            var before = Invoicing.Before(desk, sold!);
            var left = Invoicing.Left(desk.State, sold!, DocumentKind.SaleReturn)
                + desk.State.Invoiced(sold!.Seq, sold.LineNo).Qty - before.Qty;
            if (left < line.Row.Qty)
            {
                return new Refusal(
                    RefusalReason.ExceedsOriginal, (int)line.Row.LineNo,
                    $"{line.Given.ItemCode}: {new Qty(left)} < {new Qty(line.Row.Qty)}");
            }

            var (matched, wrong) = Invoicing.Match(line, sold, before, isFirm: true);
            if (wrong is not null)
            {
                return wrong;
            }

            desk.Plan(matched!);
            Invoicing.Add(desk, matched!, (sold.Seq, sold.LineNo), sign: 1);
        }

        return null;
    }

    /// <summary>Of a request what was invoiced after it; of a sale what was, red invoices taken off, and what came
    /// back.</summary>
    private static long Used(State state, DocumentLineRow line) =>
        state.DocumentRow(line.Seq).Kind == DocumentKinds.Name(DocumentKind.Sale)
            ? line.Qty - Invoicing.Left(state, line, DocumentKind.SaleReturn)
            : Following.UsedBy(DocumentKind.SalesInvoice)(state, line);
}
