using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>红字发票: takes back an invoice of ours or of a supplier, whole or line by line in part; what it takes back can
/// be invoiced anew.</summary>
/// <remarks>A purchase invoice that ended an estimate (暂估) booked what is owed: it is reversed instead. Over a special
/// invoice it names the notice that allows it (红字信息表). Its lines are negative, at the invoice's rate and price. Moves
/// nothing and books nothing.</remarks>
internal static class RedInvoice
{
    public static readonly DocumentForm Form =
        new(DocumentParts.Lines | DocumentParts.Original | DocumentParts.Invoice, Move, static _ => { })
        {
            NeedsParty = true, Follows = [DocumentKind.SalesInvoice, DocumentKind.PurchaseInvoice],
        };

    private static Refusal? Move(PostingDesk desk)
    {
        if (Invoicing.Enter(desk) is { } taken)
        {
            return taken;
        }

        foreach (var line in desk.Lines)
        {
            if (line.Row.OriginalSeq <= 0)
            {
                return new Refusal(RefusalReason.UnknownOriginal, (int)line.Row.LineNo, line.Given.ItemCode);
            }

            if (TakeBack(desk, line) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? TakeBack(PostingDesk desk, LineDraft line)
    {
        var (seq, state) = (line.Row.OriginalSeq, desk.State);
        var isSpecial = state.OtherRows<InvoiceRow>(seq)
            .Any(row => row.InvoiceKind == Snake.Case(InvoiceKind.Special));
        if (isSpecial && desk.Document.Invoice!.RedInfoNo.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, (int)line.Row.LineNo, "red_info_no");
        }

        if (state.OtherRows<AccrualLineRow>(seq)
            .Any(row => row.DocumentLineNo == line.Row.OriginalLineNo))
        {
            return new Refusal(
                RefusalReason.InvoiceEndsEstimate, (int)line.Row.LineNo, state.DocumentRow(seq).DocumentNo);
        }

        var invoice = state.DocumentLines(seq).First(one => one.LineNo == line.Row.OriginalLineNo);
        var (matched, wrong) = Invoicing.Match(line, invoice, Before(desk, line, invoice), isFirm: true);
        if (wrong is not null)
        {
            return wrong;
        }

        desk.PlanBack(matched!);
        var over = Invoicing.LineOf(state, seq, invoice.LineNo);
        Invoicing.Add(desk, matched!, (over.OfSeq, over.OfLineNo), sign: -1);
        return null;
    }

    /// <summary>What was taken back of the invoice's line before, at its price.</summary>
    private static Invoiced Before(PostingDesk desk, LineDraft line, DocumentLineRow invoice)
    {
        var qty = desk.State.Followed(invoice.Seq, invoice.LineNo).GetValueOrDefault(desk.Head.Kind)
            + desk.Lines.TakeWhile(one => one.Row.LineNo < line.Row.LineNo)
                .Where(one => (one.Row.OriginalSeq, one.Row.OriginalLineNo) == (invoice.Seq, invoice.LineNo))
                .Sum(one => one.Row.Qty);
        return new Invoiced(
            qty, Exact.MulDiv(invoice.NetAmount, qty, invoice.Qty), Exact.MulDiv(invoice.TaxAmount, qty, invoice.Qty));
    }
}
