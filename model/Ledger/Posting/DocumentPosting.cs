using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Turns a document (单据) into the entry it makes (过账).</summary>
/// <remarks>Writes nothing and changes no state: the <see cref="Journal"/> commits the draft or none of it. What was
/// posted before under the same key is answered with its entry, not posted again.</remarks>
internal static class DocumentPosting
{
    public static Outcome Post(Document document, State state)
    {
        if (DocumentHead.Invalid(document) is { } invalid)
        {
            return invalid;
        }

        if (state.FindKey(DocumentHead.Key(document)) is { } known)
        {
            return known.Digest == ContentDigest.Of(document)
                ? Outcome.Already(known.Seq)
                : new Refusal(RefusalReason.DuplicateKey, 0, DocumentHead.Key(document));
        }

        var (head, depot, refusal) = DocumentHead.Resolve(document, state);
        if (refusal is not null)
        {
            return refusal;
        }

        if (state.FindNumber(head!.Kind, head.DocumentNo) is not null)
        {
            return new Refusal(RefusalReason.DuplicateDocumentNo, 0, head.DocumentNo);
        }

        var (lines, wrong) = Lines(document, state);
        if (wrong is not null)
        {
            return wrong;
        }

        var desk = new PostingDesk(state, document, head, depot!, lines);
        var refused = document.Kind switch
        {
            DocumentKind.OpeningStock => OpeningStock.Post(desk),
            DocumentKind.PurchaseReceipt => PurchaseReceipt.Post(desk),
            DocumentKind.Sale => Sale.Post(desk),
            DocumentKind.SaleReturn => SaleReturn.Post(desk),
        };
        return refused is not null ? refused : desk.Finish();
    }

    private static (List<DocumentLineRow> Rows, Refusal? Refusal) Lines(Document document, State state)
    {
        var rows = new List<DocumentLineRow>(document.Lines.Count);
        for (var at = 0; at < document.Lines.Count; at++)
        {
            var (row, refusal) = LineHead.Resolve(document.Lines[at], at + 1, state);
            if (refusal is not null)
            {
                return (rows, refusal);
            }

            rows.Add(row!);
        }

        return (rows, null);
    }
}
