using Analytics.Ledger.Verify;

namespace Analytics.Ledger.Heads;

/// <summary>A head that is shown to a verification, and where it comes from.</summary>
/// <param name="From">The file, or the text as it was given.</param>
/// <param name="Seq">The entry it stands on.</param>
/// <param name="Hash">That entry's hash.</param>
/// <param name="Whole">With its signature; null where only seq and hash are known.</param>
public sealed record HeldHead(string From, long Seq, string Hash, SignedHead? Whole)
{
    public static HeldHead Of(string from, SignedHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new HeldHead(from, head.Seq, head.Hash, head);
    }

    /// <summary>What speaks against taking the head for one of this book; the chain itself is not looked at.</summary>
    /// <param name="bookId">The id of the book that is verified.</param>
    /// <param name="keys">Keys that may have signed.</param>
    public Finding? Against(string bookId, IReadOnlyList<HeadKey> keys)
    {
        if (Whole is null)
        {
            return null;
        }

        if (keys.FirstOrDefault(key => key.Id == Whole.Key) is not { } key)
        {
            return Of($"signed by key {Whole.Key}, which is not among the keys it may be signed by");
        }

        if (!key.HasSigned(Whole.Bytes(), Whole.Signature))
        {
            return Of("its signature does not fit: the file is not as it was signed");
        }

        return Whole.Book == bookId
            ? null
            : Of($"it is a head of book {Whole.Book}, and this is book {bookId}");

        Finding Of(string what) => new("head", Seq, $"{From}: {what}");
    }
}
