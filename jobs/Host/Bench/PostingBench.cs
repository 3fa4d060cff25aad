using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Ledger;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Posting documents of two and three lines in batches, from sixteen callers and one at a time; beside the
/// engine's own insert and commit rates on the same disk.</summary>
/// <param name="book">With the company's opening, and its documents before <paramref name="from"/>.</param>
/// <param name="from">The first document to post.</param>
/// <param name="on">What book it is, for the rows.</param>
internal sealed class PostingBench(BenchBook book, long from, string on)
{
    private const int InBatch = 512;
    private const int InBatches = 200 * InBatch;
    private const int Callers = 16;
    private const int EachCaller = 1000;
    private const int Singles = 1000;

    public async IAsyncEnumerable<BenchRow> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book.Book, TimeProvider.System, ct);
        using var documents = BenchCompany.Documents(from).GetEnumerator();
        var (plain, commits) = await PlainBench.RunAsync(book, ct);
        var (inserts, durable) = ($"{book.Engine} plain inserts", $"{book.Engine} durable commits");
        var (rows, seconds) = await BatchesAsync(journal, documents, ct);
        yield return new(
            $"posting, batches, entry rows, {on}", rows / seconds, "rows/s", inserts, plain, string.Create(
                CultureInfo.InvariantCulture, $"{InBatches:N0} documents, {InBatches / seconds:N0}/s"));
        var many = await CallersAsync(journal, documents, ct);
        yield return new($"posting, 16 callers, {on}", many, "documents/s", durable, commits, "each awaited");
        var single = await SingleAsync(journal, documents, ct);
        yield return new($"posting, one at a time, {on}", single, "documents/s", durable, commits, "");
    }

    private async Task<(long Rows, double Seconds)> BatchesAsync(
        Journal journal, IEnumerator<Document> documents, CancellationToken ct)
    {
        var before = await CountAsync(0, ct);
        var seconds = 0.0;
        for (var done = 0; done < InBatches; done += InBatch)
        {
            var batch = Take(documents, InBatch);
            var startedAt = Stopwatch.GetTimestamp();
            await BenchBook.PostAsync(journal, batch, ct);
            seconds += Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        }

        return ((await CountAsync(before.Seq, ct)).Rows, seconds);
    }

    private static async Task<double> CallersAsync(
        Journal journal, IEnumerator<Document> documents, CancellationToken ct)
    {
        var all = Take(documents, Callers * EachCaller);
        var startedAt = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            // Each takes every sixteenth, so that they come about in the order of time, as from tills.
            for (var n = caller; n < all.Count; n += Callers)
            {
                await BenchBook.PostAsync(journal, [all[n]], ct);
            }
        }));
        return all.Count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static async Task<double> SingleAsync(
        Journal journal, IEnumerator<Document> documents, CancellationToken ct)
    {
        var all = Take(documents, Singles);
        var startedAt = Stopwatch.GetTimestamp();
        foreach (var document in all)
        {
            await BenchBook.PostAsync(journal, [document], ct);
        }

        return all.Count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static List<Document> Take(IEnumerator<Document> documents, int count)
    {
        var taken = new List<Document>(count);
        while (taken.Count < count && documents.MoveNext())
        {
            taken.Add(documents.Current);
        }

        return taken;
    }

    /// <summary>The last entry, and rows of the entries after one.</summary>
    private async Task<(long Seq, long Rows)> CountAsync(long after, CancellationToken ct)
    {
        await using var view = await book.Book.ReadAsync(ct);
        if (after == 0)
        {
            return (view.Seq, 0);
        }

        await using var command = view.Command(BenchSql.Text("Bench/entry_rows.sql"));
        var seq = command.CreateParameter();
        (seq.ParameterName, seq.Value) = ("@seq", after);
        command.Parameters.Add(seq);
        return (view.Seq, (long)(await command.ExecuteScalarAsync(ct))!);
    }
}
