using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What documents of invoices share: their number, and the lines of sales and receipts that theirs are over.
/// </summary>
/// <remarks>What is invoiced of a line stands in <c>state_invoiced</c>; the last piece takes the rest of its amount.
/// </remarks>
internal static class Invoicing
{
    // 0.05: what rounding line by line may make of the tax of an invoice over many.
    private const long Tolerance = 500;

    /// <summary>Enters the invoice's number; or why it cannot.</summary>
    public static Refusal? Enter(PostingDesk desk)
    {
        var invoice = desk.Document.Invoice!;
        if (desk.State.InvoiceNo(invoice.InvoiceCode, invoice.InvoiceNo) > 0)
        {
            return new Refusal(RefusalReason.InvoiceNoTaken, 0, $"{invoice.InvoiceCode} {invoice.InvoiceNo}".Trim());
        }

        desk.Draft.InvoiceNos[(invoice.InvoiceCode, invoice.InvoiceNo)] = desk.Head.Seq;
        desk.Draft.Other.Add(new InvoiceRow
        {
            Seq = desk.Head.Seq,
            InvoiceKind = Snake.Case(invoice.Kind),
            InvoiceCode = invoice.InvoiceCode,
            InvoiceNo = invoice.InvoiceNo,
            IssuedOn = invoice.IssuedOn is { } day ? Dates.Number(day) : desk.Head.BusinessDate,
            RedInfoNo = invoice.RedInfoNo,
        });
        return null;
    }

    /// <summary>The line of a sale or receipt that a line is over: the one it follows, or the one that the request it
    /// follows is over; or why there is none.</summary>
    public static (DocumentLineRow? Over, Refusal? Refusal) Over(PostingDesk desk, LineDraft line)
    {
        var (seq, lineNo) = (line.Row.OriginalSeq, line.Row.OriginalLineNo);
        if (seq <= 0)
        {
            return (null, new Refusal(RefusalReason.UnknownOriginal, (int)line.Row.LineNo, line.Given.ItemCode));
        }

        if (desk.State.DocumentRow(seq).Kind == DocumentKinds.Name(DocumentKind.SalesInvoiceRequest))
        {
            var row = LineOf(desk.State, seq, lineNo);
            (seq, lineNo) = (row.OfSeq, row.OfLineNo);
        }

        return (desk.State.DocumentLines(seq).First(one => one.LineNo == lineNo), null);
    }

    /// <summary>The row of <c>invoice_line</c> of an invoice's or a request's document line.</summary>
    public static InvoiceLineRow LineOf(State state, long seq, long documentLineNo) =>
        state.OtherRows<InvoiceLineRow>(seq).First(row => row.DocumentLineNo == documentLineNo);

    /// <summary>How much of a line of a sale or receipt is neither invoiced nor returned.</summary>
    public static long Left(State state, DocumentLineRow line, DocumentKind returns) => Math.Abs(line.Qty)
        - state.Followed(line.Seq, line.LineNo).GetValueOrDefault(DocumentKinds.Name(returns))
        - state.Invoiced(line.Seq, line.LineNo).Qty;

    /// <summary>The line at the rate of what it is over, and at the price of that where it states none; or why it is
    /// another.</summary>
    /// <param name="line">As it was handed in.</param>
    /// <param name="of">What it is over.</param>
    /// <param name="before">What was taken of that before.</param>
    /// <param name="isFirm">Whether it can have no other price.</param>
    public static (LineDraft? Line, Refusal? Refusal) Match(
        LineDraft line, DocumentLineRow of, Invoiced before, bool isFirm)
    {
        var (given, row, lineNo) = (line.Given, line.Row, (int)line.Row.LineNo);
        if (given.TaxRate is not null && row.TaxRate != of.TaxRate)
        {
            return (null, new Refusal(RefusalReason.RateDiffers, lineNo, string.Concat(
                new Qty(row.TaxRate).ToString(), " ≠ ", new Qty(of.TaxRate).ToString())));
        }

        var (net, tax) = (Share(of.NetAmount, before.Net), Share(of.TaxAmount, before.Tax));
        var stated = given.GrossAmount is { } gross ? LineHead.Split(gross.Units, of.TaxRate)
            : row.NetAmount + row.TaxAmount != 0 ? (row.NetAmount, row.TaxAmount)
            : (net, tax);
        if (isFirm && Math.Abs(stated.Item1 + stated.Item2 - net - tax) > Tolerance)
        {
            return (null, new Refusal(RefusalReason.InvoiceDiffers, lineNo, string.Concat(
                new Money(stated.Item1 + stated.Item2).ToString(), " ≠ ", new Money(net + tax).ToString())));
        }

        return (line with
        {
            Row = row with
            {
                TaxRate = of.TaxRate, NetAmount = stated.Item1, TaxAmount = stated.Item2,
                ListAmount = stated.Item1 + stated.Item2 + row.DiscountAmount, CostAmount = 0, IsCostExplicit = 0,
            },
        }, null);

        long Share(long amount, long taken) => before.Qty + row.Qty == Math.Abs(of.Qty)
            ? Math.Abs(amount) - taken
            : Exact.MulDiv(Math.Abs(amount), row.Qty, Math.Abs(of.Qty));
    }

    /// <summary>What was invoiced of a line, by lines before of the same document too.</summary>
    public static Invoiced Before(PostingDesk desk, DocumentLineRow of) =>
        desk.Draft.Invoiced.TryGetValue((of.Seq, of.LineNo), out var known)
            ? known
            : desk.State.Invoiced(of.Seq, of.LineNo);

    /// <summary>Notes what a line is over.</summary>
    /// <param name="desk">Of the document.</param>
    /// <param name="line">Matched.</param>
    /// <param name="of">The line of a sale or receipt.</param>
    /// <param name="sign">−1 where it takes back; 0 where it is a request, which does not count.</param>
    public static void Add(PostingDesk desk, LineDraft line, (long Seq, long LineNo) of, int sign)
    {
        var sum = new Invoiced(line.Row.Qty, line.Row.NetAmount, line.Row.TaxAmount);
        Add(desk.State, desk.Draft, (line.Row.LineNo, of), sign < 0 ? -sum : sum, isCounted: sign != 0);
    }

    /// <summary>What a reversal gives back: what was invoiced, and the number.</summary>
    public static void GiveBack(State state, Draft draft, DocumentRow original)
    {
        var isCounted = original.Kind != DocumentKinds.Name(DocumentKind.SalesInvoiceRequest);
        foreach (var row in state.OtherRows<InvoiceLineRow>(original.Seq))
        {
            var sum = new Invoiced(row.Qty, row.NetAmount, row.TaxAmount);
            Add(state, draft, (row.DocumentLineNo, (row.OfSeq, row.OfLineNo)), -sum, isCounted);
        }

        foreach (var row in state.OtherRows<InvoiceRow>(original.Seq))
        {
            draft.InvoiceNos[(row.InvoiceCode, row.InvoiceNo)] = 0;
        }
    }

    private static void Add(
        State state, Draft draft, (long DocumentLineNo, (long Seq, long LineNo) Of) line, Invoiced sum, bool isCounted)
    {
        var of = line.Of;
        draft.Other.Add(new InvoiceLineRow
        {
            Seq = draft.Seq,
            LineNo = draft.Other.OfType<InvoiceLineRow>().Count() + 1,
            DocumentLineNo = line.DocumentLineNo,
            OfSeq = of.Seq,
            OfLineNo = of.LineNo,
            Qty = sum.Qty,
            NetAmount = sum.Net,
            TaxAmount = sum.Tax,
        });
        if (isCounted)
        {
            var before = draft.Invoiced.TryGetValue(of, out var known) ? known : state.Invoiced(of.Seq, of.LineNo);
            draft.Invoiced[of] = before + sum;
        }
    }
}
