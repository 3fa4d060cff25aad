using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The only writer of the book (过账). Takes submissions from any number of callers, posts them one after the
/// other, commits some hundreds at a time, and answers after the commit.</summary>
/// <remarks>Invariants: an answered submission is on disk; a submission is in the book whole or not at all; seq has no
/// gap. Each transaction first locks the head, so that several processes may have a Journal on one book; what one
/// remembers holds only while the head is as it left it. The steps of a group: lock and read the head, post each
/// submission against the state, write the entries, write the state and the head, commit, answer.</remarks>
public sealed class Journal : IAsyncDisposable
{
    /// <summary>Entries of a block of control totals.</summary>
    internal const long BlockSize = 65_536;

    private const int MostInGroup = 512;

    // About as long as a commit takes: waiting longer for callers to come back costs more than it brings.
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(0.3);

    private readonly Channel<Ticket> channel = Channel.CreateBounded<Ticket>(
        new BoundedChannelOptions(1024) { SingleReader = true });

    private readonly TimeProvider clock;
    private readonly Book book;
    private readonly Canonical canonical = new();
    private readonly long blockSize;
    private readonly Task loop;
    private PostingSession? session;

    private Journal(Book book, PostingSession session, TimeProvider clock, long blockSize)
    {
        this.clock = clock;
        this.book = book;
        this.session = session;
        this.blockSize = blockSize;
        loop = Task.Run(RunAsync);
    }

    /// <summary>Called with the name of each step of a group as it is done; a crash test ends the process there.
    /// </summary>
    public Action<string>? AtStep { get; set; }

    /// <summary>Opens the book for posting. Dispose it to post what was handed in and stop.</summary>
    public static Task<Journal> OpenAsync(Book book, TimeProvider clock, CancellationToken ct) =>
        OpenAsync(book, clock, BlockSize, ct);

    internal static async Task<Journal> OpenAsync(Book book, TimeProvider clock, long blockSize, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return new Journal(book, await PostingSession.OpenAsync(book, blockSize), clock, blockSize);
    }

    /// <summary>Posts one submission; the answer comes after the commit.</summary>
    /// <exception cref="OperationCanceledException">The caller stopped waiting; the submission may be posted all the
    /// same. Handing it in again is safe: it is then "already there".</exception>
    public async Task<PostResult> PostAsync(Submission submission, CancellationToken ct)
    {
        var results = await PostAsync([submission], ct);
        return results[0];
    }

    /// <summary>Posts submissions in their order, each accepted or refused by itself.</summary>
    public async Task<IReadOnlyList<PostResult>> PostAsync(IReadOnlyList<Submission> batch, CancellationToken ct)
    {
        if (batch.Count <= MostInGroup)
        {
            return await HandInAsync(batch, ct);
        }

        var results = new List<PostResult>(batch.Count);
        foreach (var part in batch.Chunk(MostInGroup))
        {
            results.AddRange(await HandInAsync(part, ct));
        }

        return results;
    }

    /// <summary>Takes nothing more, posts what was handed in, and closes the book's connection.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Writer.TryComplete();
        await loop;
        await CloseAsync();
    }

    private async Task<IReadOnlyList<PostResult>> HandInAsync(IReadOnlyList<Submission> batch, CancellationToken ct)
    {
        if (batch.Count == 0)
        {
            return [];
        }

        // A copy: a caller who gives up may change his list while it is still being posted.
        var ticket = new Ticket([.. batch]);
        await channel.Writer.WriteAsync(ticket, ct);
        return await ticket.Answer.Task.WaitAsync(ct);
    }

    private async Task RunAsync()
    {
        var group = new List<Ticket>();
        var expected = 0;
        while (await channel.Reader.WaitToReadAsync())
        {
            Gather(expected);
            var count = 0;
            while (count < MostInGroup && channel.Reader.TryRead(out var ticket))
            {
                group.Add(ticket);
                count += ticket.Batch.Count;
            }

            await PostGroupAsync(group);
            expected = group.Count + channel.Reader.Count;
            group.Clear();
        }
    }

    /// <summary>Gives those who were just answered a moment to come back with their next submission. Without it, half
    /// the callers wait while the other half commits, in turn: twice the commits for the same work.</summary>
    private void Gather(int expected)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (channel.Reader.Count < expected && Stopwatch.GetElapsedTime(startedAt) < LongestGathering)
        {
            Thread.Yield();
        }
    }

    private async Task PostGroupAsync(List<Ticket> group)
    {
        List<PostResult[]> answers;
        try
        {
            answers = await CommitAsync(group);
        }
        catch (Exception fault)
        {
            // Each caller gets the fault, and the next group begins afresh, on a connection of its own: unless the
            // commit itself went astray, nothing of this one is in the book. No fault may end the loop: whoever waits
            // for an answer would wait for ever.
            canonical.Clear();
            await CloseAsync();
            group.ForEach(ticket => ticket.Answer.SetException(fault));
            return;
        }

        for (var at = 0; at < group.Count; at++)
        {
            group[at].Answer.SetResult(answers[at]);
        }
    }

    private async Task<List<PostResult[]>> CommitAsync(List<Ticket> group)
    {
        var (posting, transaction, head) = await BeginAsync();
        using (transaction)
        {
            return Commit(posting, transaction, head, group);
        }
    }

    /// <summary>Begins a group; where the connection was lost since the last one, on another.</summary>
    private async Task<(PostingSession Session, PostingTransaction Transaction, (long Seq, string Hash) Head)>
        BeginAsync()
    {
        if (session is not null)
        {
            try
            {
                var (transaction, head) = session.Begin();
                return (session, transaction, head);
            }
            catch (Exception) when (!session.IsConnected)
            {
                await CloseAsync();
            }
        }

        session = await PostingSession.OpenAsync(book, blockSize);
        var begun = session.Begin();
        return (session, begun.Transaction, begun.Head);
    }

    private async Task CloseAsync()
    {
        var closing = session;
        session = null;
        try
        {
            await (closing?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (DbException)
        {
            // It is lost already; what it was to say was said.
        }
    }

    private List<PostResult[]> Commit(
        PostingSession posting, PostingTransaction transaction, (long Seq, string Hash) head, List<Ticket> group)
    {
        AtStep?.Invoke("locked");
        var state = posting.State;
        state.AtStep = AtStep;
        if (!state.Holds(head))
        {
            state.Reset(head);
        }

        if (posting.Tables.CanExpect)
        {
            Expect(posting.Tables, group);
        }

        state.RecordedAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var answers = group.ConvertAll(ticket =>
            ticket.Batch.Select(submission => Post(posting, submission)).ToArray());
        AtStep?.Invoke("posted");
        if (state.Seq > head.Seq)
        {
            state.Flush();
            AtStep?.Invoke("head");
            transaction.Commit();
            AtStep?.Invoke("committed");
        }

        state.Trim();

        return answers;
    }

    /// <summary>Says what the group will ask for, where that is known before it is posted.</summary>
    private static void Expect(StateTables tables, List<Ticket> group)
    {
        var documents = group.SelectMany(ticket => ticket.Batch).OfType<Document>()
            .Where(document => Missing.In(document) is null && DocumentHead.Invalid(document) is null)
            .ToList();
        tables.Expect(
            documents.ConvertAll(DocumentHead.Key),
            documents.ConvertAll(document => (DocumentKinds.Name(document.Kind), document.DocumentNo)));
    }

    private PostResult Post(PostingSession posting, Submission submission)
    {
        var state = posting.State;
        if ((state.Seq + 1) % blockSize == 0)
        {
            Enter(ControlTotals.Entry(state.Seq + 1, state.Block, state.Control), "", posting);
            state.OpenBlock();
        }

        try
        {
            var outcome = Decide(submission, state);
            if (outcome.Draft is { } draft)
            {
                Enter(draft, submission.Actor, posting);
                return draft.HeldAs is { } status
                    ? new PostResult.Held(draft.Seq, status)
                    : new PostResult.Posted(draft.Seq);
            }

            return outcome.Refusal is { } refusal
                ? new PostResult.Refused(refusal)
                : new PostResult.AlreadyThere(outcome.AlreadySeq);
        }
        catch (OverflowException)
        {
            // Posting is pure and Apply checks before it changes, so nothing of the submission has stayed.
            return new PostResult.Refused(new Refusal(RefusalReason.AmountTooLarge, 0, "Σ"));
        }
    }

    private static Outcome Decide(Submission submission, State state) =>
        Missing.In(submission) is { } missing ? missing : submission switch
    {
        Document document => DocumentPosting.Post(document, state),
        Voucher voucher => VoucherPosting.Post(voucher, state),
        PeriodClose close => PeriodClosePosting.Post(close, state),
        StockFreeze freeze => Freezing.Post(freeze, state),
        DocumentDraft draft => LifePosting.Post(draft, state),
        VoucherDraft draft => LifePosting.Post(draft, state),
        Approval approval => LifePosting.Post(approval, state),
        Termination termination => LifePosting.Post(termination, state),
        Reversal reversal => ReversalPosting.Post(reversal, state),
        _ => MasterPosting.Post(submission, state),
    };

    private void Enter(Draft draft, string actor, PostingSession posting)
    {
        var state = posting.State;
        var entry = new EntryRow { Seq = draft.Seq, Kind = draft.Kind, Actor = actor, RecordedAt = state.RecordedAt };
        var hash = Chain.Hash(canonical, state.Hash, entry, draft.Rows);
        state.Apply(draft, hash);
        posting.Writer.Add(entry with { Hash = hash }, draft);
    }

    /// <summary>A caller's submissions and the promise of their answers.</summary>
    private sealed class Ticket(IReadOnlyList<Submission> batch)
    {
        public IReadOnlyList<Submission> Batch { get; } = batch;

        public TaskCompletionSource<IReadOnlyList<PostResult>> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
