using Analytics.Ingest.Import.Posting;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Import.Tables;

/// <summary>Rows on their way to the book, some hundred at a time, and what became of those before.</summary>
internal sealed class TableBatch(
    Func<IReadOnlyList<Submission>, CancellationToken, Task<IReadOnlyList<PostResult>>>? post, RejectFile rejects)
{
    private const int Size = 200;

    private readonly List<(Row Row, Submission? Submission, Words Fault)> waiting = [];
    private readonly List<(long Line, Words Reason)> faults = [];
    private long read;
    private long changed;
    private long same;
    private long refused;

    /// <summary>A row for the book.</summary>
    public Task AddAsync(Row row, Submission submission, CancellationToken ct) =>
        AddAsync((row, submission, default), ct);

    /// <summary>A row that does not get as far as the book; it keeps its place among the others.</summary>
    public Task RefuseAsync(Row row, Words fault, CancellationToken ct) => AddAsync((row, null, fault), ct);

    /// <summary>Hands in what waits.</summary>
    public async Task<TableResult> FinishAsync(CancellationToken ct)
    {
        await HandInAsync(ct);
        return new TableResult(read, changed, same, refused, rejects.Complete(isAgain: false)) { Faults = faults };
    }

    private async Task AddAsync((Row Row, Submission? Submission, Words Fault) one, CancellationToken ct)
    {
        read++;
        waiting.Add(one);
        if (waiting.Count == Size)
        {
            await HandInAsync(ct);
        }
    }

    private async Task HandInAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var submissions = waiting.Select(one => one.Submission).OfType<Submission>().ToList();
        var results = post is null || submissions.Count == 0 ? null : await post(submissions, ct);
        var at = 0;
        foreach (var (row, submission, fault) in waiting)
        {
            Count(row, submission is null ? fault : null, submission is null ? null : results?[at++]);
        }

        waiting.Clear();
    }

    private void Count(Row row, Words? fault, PostResult? result)
    {
        fault ??= result is PostResult.Refused { Refusal: var refusal }
            ? new Words(refusal.Chinese, refusal.English)
            : null;
        if (fault is not { } reason)
        {
            (changed, same) = result is PostResult.AlreadyThere ? (changed, same + 1) : (changed + 1, same);
            return;
        }

        refused++;
        rejects.Write(row, "", reason);
        if (faults.Count < TableResult.MostFaults)
        {
            faults.Add((row.Line, reason));
        }
    }
}
