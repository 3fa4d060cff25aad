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

        if (state.FindDocument(DocumentHead.Key(document)) is { } known)
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
        if (Move(desk) is { } refused)
        {
            return refused;
        }

        desk.Cost();
        Settle(desk);
        return desk.Finish();
    }

    private static Refusal? Move(PostingDesk desk) => desk.Document.Kind switch
    {
        DocumentKind.OpeningStock => OpeningStock.Move(desk),
        DocumentKind.PurchaseReceipt => PurchaseReceipt.Move(desk),
        DocumentKind.Sale => Sale.Move(desk),
        DocumentKind.SaleReturn => SaleReturn.Move(desk),
    };

    private static void Settle(PostingDesk desk)
    {
        switch (desk.Document.Kind)
        {
            case DocumentKind.OpeningStock:
                OpeningStock.Settle(desk);
                break;
            case DocumentKind.PurchaseReceipt:
                PurchaseReceipt.Settle(desk);
                break;
            case DocumentKind.Sale or DocumentKind.SaleReturn:
                Sale.Settle(desk);
                break;
        }
    }

    private static (List<LineDraft> Lines, Refusal? Refusal) Lines(Document document, State state)
    {
        var rows = new List<LineDraft>(document.Lines.Count);
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
