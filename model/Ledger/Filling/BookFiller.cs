using System.Threading.Channels;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Filling;

/// <summary>Fills a book with documents faster than a Journal posts them, so that one can measure on a large book in
/// an hour and not in a day. For books that are thrown away afterwards: a company's documents go through a Journal.
/// </summary>
/// <remarks>What is written is what a Journal would write of the same documents: they are posted by the same code, and
/// bear the same hashes. What it leaves out is what a company cannot do without: it does not ask whether a document is
/// there already, it syncs nothing to disk, the pools, balances and the head are written once at the end, and nobody
/// else may post meanwhile. A book of which the filling was stopped does not verify. Two threads: one posts, one
/// writes.
/// Memory grows with pools, parties and masters, not with documents.</remarks>
public sealed class BookFiller
{
    private const int GroupSize = 2048;
    private const int GroupsAhead = 4;

    private readonly TimeProvider clock;
    private readonly PostingSession session;
    private readonly Canonical canonical = new();
    private readonly long blockSize;
    private readonly Channel<List<FilledEntry>> groups =
        Channel.CreateBounded<List<FilledEntry>>(GroupsAhead);

    private List<FilledEntry> group = [];
    private long rows;

    private BookFiller(PostingSession session, TimeProvider clock, long blockSize)
    {
        this.session = session;
        this.clock = clock;
        this.blockSize = blockSize;
    }

    /// <summary>Puts documents into a book; answers how many rows of entries that made.</summary>
    /// <param name="book">With the masters and the stock that the documents need.</param>
    /// <param name="documents">Sales and receipts of goods that are not in the book, by business time and after all
    /// that is; of items that are not kept by batch. Taken one by one.</param>
    /// <param name="clock">When they are recorded.</param>
    /// <param name="ct">Stops; the book is of no use then.</param>
    /// <exception cref="InvalidOperationException">A document is refused, or is not of that kind.</exception>
    public static Task<long> FillAsync(
        Book book, IEnumerable<Document> documents, TimeProvider clock, CancellationToken ct) =>
        FillAsync(book, documents, clock, Journal.BlockSize, ct);

    internal static async Task<long> FillAsync(
        Book book, IEnumerable<Document> documents, TimeProvider clock, long blockSize, CancellationToken ct)
    {
        await using var session = await PostingSession.OpenAsync(book, blockSize);
        var filler = new BookFiller(session, clock, blockSize);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = WriteAsync(book, blockSize, filler.groups.Reader, stop);
        var head = session.Tables.Head();
        try
        {
            await filler.PostAsync(documents, head, stop.Token);
            filler.groups.Writer.Complete();
        }
        catch (Exception fault)
        {
            await stop.CancelAsync();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (fault is OperationCanceledException && writing.IsFaulted)
            {
                // It was the writing that stopped the posting.
                await writing;
            }

            throw;
        }

        await writing;
        filler.Finish(head);
        return filler.rows;
    }

    /// <summary>Writes each group as it comes; a fault stops the posting too.</summary>
    private static Task WriteAsync(
        Book book, long blockSize, ChannelReader<List<FilledEntry>> groups, CancellationTokenSource stop) => Task.Run(
        async () =>
        {
            try
            {
                await using var writer = await FilledWriter.OpenAsync(book, blockSize);
                await foreach (var group in groups.ReadAllAsync(stop.Token))
                {
                    writer.Write(group);
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        },
        CancellationToken.None);

    private async Task PostAsync(
        IEnumerable<Document> documents, (long Seq, string Hash) head, CancellationToken ct)
    {
        var state = session.State;
        state.Reset(head);
        state.IsWrittenElsewhere = true;
        foreach (var chunk in documents.Chunk(GroupSize))
        {
            ct.ThrowIfCancellationRequested();
            state.RecordedAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
            session.Tables.ExpectNone(
                chunk.Select(DocumentHead.Key),
                chunk.Select(document => (DocumentKinds.Name(document.Kind), document.DocumentNo)));
            foreach (var document in chunk)
            {
                Post(document);
            }

            state.HandOver();
            await groups.Writer.WriteAsync(group, ct);
            group = [];
        }
    }

    private void Post(Document document)
    {
        var state = session.State;
        if ((state.Seq + 1) % blockSize == 0)
        {
            Enter(ControlTotals.Entry(state.Seq + 1, state.Block, state.Control), "");
            state.OpenBlock();
        }

        var outcome = DocumentPosting.Post(document, state);
        if (outcome.Draft is not { HeldAs: null } draft)
        {
            var why = outcome.Refusal?.English ?? "it is not posted";
            throw new InvalidOperationException($"a book cannot be filled with {document.DocumentNo}: {why}");
        }

        Enter(draft, document.Actor);
    }

    private void Enter(Draft draft, string actor)
    {
        var state = session.State;
        var entry = new EntryRow { Seq = draft.Seq, Kind = draft.Kind, Actor = actor, RecordedAt = state.RecordedAt };
        var hash = Chain.Hash(canonical, state.Hash, entry, draft.Rows);
        state.Apply(draft, hash);
        var filled = new FilledEntry(entry with { Hash = hash }, draft);
        rows += filled.Rows;
        group.Add(filled);
    }

    /// <summary>Pools, balances, totals and the head, once all entries are written.</summary>
    private void Finish((long Seq, string Hash) before)
    {
        if (session.State.Seq == before.Seq)
        {
            return;
        }

        var (transaction, head) = session.Begin();
        using (transaction)
        {
            if (head != before)
            {
                throw new InvalidOperationException("something else was posted while the book was filled");
            }

            session.State.IsWrittenElsewhere = false;
            session.State.Flush();
            transaction.Commit();
        }
    }
}
