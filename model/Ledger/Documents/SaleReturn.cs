using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>销售退货: goods a customer brought back; takes back revenue and cost of the sale it returns.</summary>
/// <remarks>Linked to its sale line, itself or by the return order it follows, the cost is that line's cost as it then
/// stood, by the share returned; what is left comes back with the last piece. Not linked, it is what one more would
/// cost then. Never more than was sold, never before it was sold.</remarks>
internal static class SaleReturn
{
    /// <summary>What may be taken back, in the order in which a number is looked for.</summary>
    public static readonly IReadOnlyList<DocumentKind> Sales =
    [
        DocumentKind.Sale, DocumentKind.DeliveryReceipt, DocumentKind.Exchange, DocumentKind.ConsignmentSettlement,
        DocumentKind.VoucherRedeem, DocumentKind.LendSale,
    ];

    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Tenders | DocumentParts.DeemedSale, Move,
        Sale.Settle)
    {
        Party = PartyRole.Customer, Follows = [DocumentKind.ReturnOrder], Returns = Sales,
    };

    /// <summary>Takes back a line of a sale, or one of which it is not known when it was sold.</summary>
    public static Refusal? PutBack(PostingDesk desk, Returning returning, LineDraft line)
    {
        var number = line.Given.OriginalNo.Length > 0 ? line.Given.OriginalNo : desk.Document.OriginalNo;
        return number.Length == 0 ? returning.Unlinked(line) : returning.Linked(line, Sales, number);
    }

    private static Refusal? Move(PostingDesk desk)
    {
        var returning = new Returning(desk);
        return desk.Lines
            .Select(line => line.Row.OriginalSeq > 0 ? Ordered(desk, returning, line) : PutBack(desk, returning, line))
            .FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>A line that follows a return order, which may say what was sold.</summary>
    private static Refusal? Ordered(PostingDesk desk, Returning returning, LineDraft line)
    {
        var ordered = LineOf(desk, line.Row.OriginalSeq, line.Row.OriginalLineNo);
        return ordered.OriginalSeq <= 0
            ? returning.Unlinked(line)
            : returning.Linked(
                line, LineOf(desk, ordered.OriginalSeq, ordered.OriginalLineNo),
                desk.State.DocumentRow(ordered.OriginalSeq).Kind);
    }

    private static DocumentLineRow LineOf(PostingDesk desk, long seq, long lineNo) =>
        desk.State.DocumentLines(seq).First(line => line.LineNo == lineNo);
}
