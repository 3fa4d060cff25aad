namespace Analytics.Reports.Running;

/// <summary>The answers that were given last, and those that are on their way.</summary>
/// <remarks>Safe for many callers at once. A question that is asked again while it is being answered is answered once,
/// for all who ask; it is stopped when none of them waits any more. Refusals and faults go to who waits and are not
/// kept.</remarks>
/// <param name="mostBytes">Of all answers together, as <see cref="AnswerSize"/> reckons them.</param>
/// <param name="isOpen">Whether a generation is read by anybody: answers of others are dropped when the next one comes.
/// </param>
internal sealed class AnswerCache(long mostBytes, Func<string, bool> isOpen)
{
    /// <summary>An answer beyond this part of all would push out too many others.</summary>
    private const int LargestPart = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<AnswerKey, Flight> flights = [];
    private readonly Dictionary<AnswerKey, LinkedListNode<Kept>> kept = [];
    private readonly LinkedList<Kept> byUse = [];
    private readonly HashSet<string> generations = new(StringComparer.Ordinal);

    /// <summary>What the answers that are kept take.</summary>
    public long Bytes { get; private set; }

    /// <summary>How often a question was run rather than answered from what is kept or under way.</summary>
    public long Runs { get; private set; }

    /// <summary>The answer of a question.</summary>
    /// <param name="key">What it depends on.</param>
    /// <param name="take">Called at once where the question has to be run, and never else: gives the run, which then
    /// has a thread of its own and a token that ends when nobody waits.</param>
    /// <param name="ct">Ends this asker's waiting alone.</param>
    public async Task<ReportOutcome> AskAsync(
        AnswerKey key, Func<Func<CancellationToken, Task<ReportOutcome>>> take, CancellationToken ct)
    {
        Flight? flight;
        lock (gate)
        {
            if (kept.TryGetValue(key, out var found))
            {
                byUse.Remove(found);
                byUse.AddFirst(found);
                return found.Value.Answer;
            }
            if (!flights.TryGetValue(key, out flight))
            {
                Runs++;
                flight = flights[key] = new();
                var (begun, run) = (flight, take());
                // Without a token: what the run was handed is given back by it, whoever has left meanwhile.
                flight.Answer = Task.Run(() => FlyAsync(key, begun, run), CancellationToken.None);
            }
            flight.Waiting++;
        }
        try
        {
            return await flight.Answer.WaitAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            await LeaveAsync(key, flight).ConfigureAwait(false);
        }
    }

    private async Task<ReportOutcome> FlyAsync(
        AnswerKey key, Flight flight, Func<CancellationToken, Task<ReportOutcome>> run)
    {
        ReportOutcome.Answer? answer = null;
        try
        {
            var outcome = await run(flight.Stop.Token).ConfigureAwait(false);
            answer = outcome as ReportOutcome.Answer;
            return outcome;
        }
        finally
        {
            lock (gate)
            {
                // In one step, or somebody could find neither the flight nor its answer.
                Land(key, flight);
                if (answer is not null)
                {
                    Keep(key, answer);
                }
            }
        }
    }

    private async Task LeaveAsync(AnswerKey key, Flight flight)
    {
        lock (gate)
        {
            if (--flight.Waiting > 0 || flight.Answer.IsCompleted)
            {
                return;
            }
            // Who asks from now on starts anew, rather than join what is being stopped.
            Land(key, flight);
        }
        await flight.Stop.CancelAsync().ConfigureAwait(false);
    }

    private void Land(AnswerKey key, Flight flight)
    {
        if (flights.GetValueOrDefault(key) == flight)
        {
            flights.Remove(key);
        }
    }

    private void Keep(AnswerKey key, ReportOutcome.Answer answer)
    {
        var bytes = AnswerSize.Of(answer.Result);
        if (bytes > mostBytes / LargestPart || kept.ContainsKey(key))
        {
            return;
        }
        if (generations.Add(key.Generation))
        {
            DropClosed();
        }
        // Whoever is given it later does not wait for the engine.
        var given = new ReportOutcome.Answer(answer.Result with { EngineMs = 0 });
        kept[key] = byUse.AddFirst(new Kept(key, given, bytes));
        Bytes += bytes;
        while (Bytes > mostBytes)
        {
            Drop(byUse.Last!);
        }
    }

    private void DropClosed()
    {
        var before = generations.Count;
        generations.RemoveWhere(generation => !isOpen(generation));
        if (generations.Count == before)
        {
            return;
        }
        for (var node = byUse.First; node is not null;)
        {
            var next = node.Next;
            if (!generations.Contains(node.Value.Key.Generation))
            {
                Drop(node);
            }
            node = next;
        }
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        byUse.Remove(node);
        kept.Remove(node.Value.Key);
        Bytes -= node.Value.Bytes;
    }

    private sealed record Kept(AnswerKey Key, ReportOutcome.Answer Answer, long Bytes);

    /// <summary>A question on its way, and how many wait for it. Its source is never disposed of: it has no timer, and
    /// who leaves last may come after the answer.</summary>
    private sealed class Flight
    {
        public CancellationTokenSource Stop { get; } = new();

        public Task<ReportOutcome> Answer { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
