namespace Analytics.Ledger.Posting;

/// <summary>What the book keeps of a document, voucher or reversal that is not posted: a draft, or held by rules.
/// </summary>
/// <param name="Key">Of what is kept.</param>
/// <param name="Kind">In the book, once it is posted.</param>
/// <param name="DocumentNo">Its own number.</param>
/// <param name="Form">Says how to read the content again: the kind, or <see cref="ReversalPosting.HeldKind"/>.</param>
/// <param name="Content">As it was handed in.</param>
/// <param name="Digest">Of the content.</param>
/// <param name="Actor">Who handed it in.</param>
/// <param name="Note">Why it takes this step.</param>
internal sealed record Unposted(
    string Key, string Kind, string DocumentNo, string Form, string Content, string Digest, string Actor, string Note)
{
    public static Unposted Of(Document document)
    {
        var kind = DocumentKinds.Name(document.Kind);
        return new(
            DocumentHead.Key(document), kind, document.DocumentNo, kind, DraftContent.Of(document),
            ContentDigest.Of(document), document.Actor, "");
    }

    public static Unposted Of(Voucher voucher)
    {
        var kind = Voucher.KindOf(voucher);
        return new(
            Voucher.KeyOf(voucher), kind, voucher.DocumentNo, kind, DraftContent.Of(voucher),
            VoucherDigest.Of(voucher), voucher.Actor, "");
    }
}
