namespace Analytics.Ledger.Posting;

/// <summary>What a document kind takes: asked of the very checks that refuse the rest, so that the two never differ.
/// </summary>
internal static class TakenParts
{
    private const string Any = "1";

    /// <summary>Whether a plain document of the kind is still one that it takes once something is added.</summary>
    public static bool Has(DocumentKind kind, Func<Document, Document> add) =>
        DocumentHead.Invalid(add(Plain(kind)))
            is not { Reason: RefusalReason.PartNotTaken or RefusalReason.LinesNotTaken };

    /// <summary>What the kind must have, and no more, so that no other refusal comes first.</summary>
    private static Document Plain(DocumentKind kind)
    {
        var form = DocumentForms.Of(kind);
        return new Document(kind, Any, DateTimeOffset.UnixEpoch)
        {
            StoreCode = Any,
            PartyCode = Any,
            ToDepotCode = form.Has(DocumentParts.ToDepot) ? Any : "",
            OriginalNo = form.Has(DocumentParts.Original) ? Any : "",
            Invoice = form.Has(DocumentParts.Invoice) ? new Invoice(default, Any) : null,
            Lines = form.Has(DocumentParts.Lines) ? [new DocumentLine(Any, new Qty(Qty.Scale), Money.Zero)] : [],
            MoneyLines = form.Has(DocumentParts.MoneyLines) ? [new MoneyLine(Any, new Money(Money.Scale))] : [],
            Tenders = form.Has(DocumentParts.Tenders) ? [new TenderPart(Any, new Money(Money.Scale))] : [],
        };
    }
}
