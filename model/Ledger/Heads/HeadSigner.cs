namespace Analytics.Ledger.Heads;

/// <summary>Signs the end of a book's chain, and keeps a note of each head it signed.</summary>
/// <param name="keyPath">The key's file; made on first need.</param>
/// <param name="log">Where every signed head is written before it is given out.</param>
/// <param name="clock">Says when a head was signed.</param>
public sealed class HeadSigner(string keyPath, HeadLog log, TimeProvider clock)
{
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
