using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Filling;

/// <summary>Writes the entries a filler made, and the state rows that are each one entry's own, on a connection that
/// syncs nothing.</summary>
internal sealed class FilledWriter : IAsyncDisposable
{
    private readonly PostingSession session;

    private FilledWriter(PostingSession session) => this.session = session;

    public static async Task<FilledWriter> OpenAsync(Book book, long blockSize)
    {
        var session = await PostingSession.OpenAsync(book, blockSize);
        await session.HurryAsync();
        return new FilledWriter(session);
    }

    public void Write(IReadOnlyList<FilledEntry> group)
    {
        var (transaction, _) = session.Begin();
        using (transaction)
        {
            foreach (var (entry, draft) in group)
            {
                session.Writer.Add(entry, draft);
            }

            session.Writer.Write();
            foreach (var (_, draft) in group)
            {
                State(draft);
            }

            transaction.Commit();
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    private void State(Draft draft)
    {
        foreach (var (key, document) in draft.Documents)
        {
            session.Tables.PutDocument(key, document);
        }

        foreach (var ((kind, number), taken) in draft.Numbers)
        {
            session.Tables.PutNumber(kind, number, taken!.Value.Key, taken.Value.Seq);
        }

        foreach (var write in draft.StateRows)
        {
            write(session.Tables);
        }
    }
}
