namespace Analytics.Ledger.Heads;

/// <summary>Signs the end of a book's chain, and keeps a note of each head it signed.</summary>
/// <param name="keyPath">The key's file; made on first need.</param>
/// <param name="log">Where every signed head is written before it is given out.</param>
/// <param name="clock">Says when a head was signed.</param>
public sealed class HeadSigner(string keyPath, HeadLog log, TimeProvider clock)
{
    private readonly Lock gate = new();
    private SignedHead? latest;

    /// <summary>The head of the view, signed now or when it was last asked for. Where key or log are not for this
    /// process to use, the last head of the book that another signed. Null where there is none.</summary>
    public SignedHead? Latest(BookReader view)
    {
        ArgumentNullException.ThrowIfNull(view);
        lock (gate)
        {
            if (latest is { } known && (known.Book, known.Seq, known.Hash) == (view.BookId, view.Seq, view.Hash))
            {
                return known;
            }

            try
            {
                return latest = Sign(view);
            }
            catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
            {
                return log.Read().Heads.LastOrDefault(head => head.Book == view.BookId);
            }
        }
    }

    /// <summary>The head of the view, signed; null for an empty book, which has none.</summary>
    public SignedHead? Sign(BookReader view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Seq == 0)
        {
            return null;
        }

        using var key = HeadKey.OpenOrCreate(keyPath);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var head = new SignedHead(view.BookId, view.Seq, view.Hash, view.RecordedAt, now, key.Id, "");
        head = head with { Signature = key.Sign(head.Bytes()) };
        log.Add(head);
        return head;
    }
}
