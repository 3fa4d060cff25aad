using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Ledger.Filling;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>Posting on a company's empty book; on a large one, which is filled first, costing again and verifying too.
/// </summary>
internal sealed class FillBench(BenchPlace place)
{
    private const long Gigabyte = 1_000_000_000;
    private const long BytesOfDocument = 1_500;

    public async IAsyncEnumerable<BenchRow> EmptyAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var book = await place.MakeBookAsync(ct);
        await OpenAsync(book, ct);
        await foreach (var row in new PostingBench(book, 0, $"{book.Engine}, empty book").RunAsync(ct))
        {
            yield return row;
        }
    }

    public async IAsyncEnumerable<BenchRow> FilledAsync(
        BenchOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var book = await place.MakeBookAsync(ct);
        await OpenAsync(book, ct);
        var (filled, documents) = await FillAsync(book, (long)(options.FillGigabytes * Gigabyte), ct);
        yield return filled;
        var on = string.Create(CultureInfo.InvariantCulture, $"{book.Engine}, {options.FillGigabytes:0.##} GB");
        await foreach (var row in new PostingBench(book, documents, on).RunAsync(ct))
        {
            yield return row;
        }

        yield return await new CostBench(book, options.Movements, on).RunAsync(ct);
        if (options.IsFilledVerified)
        {
            yield return await new VerifyBench(book.Book, on).RunAsync(ct);
        }
    }

    private static async Task OpenAsync(BenchBook book, CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book.Book, TimeProvider.System, ct);
        foreach (var batch in BenchCompany.Opening().Chunk(500))
        {
            await BenchBook.PostAsync(journal, batch, ct);
        }
    }

    /// <summary>Fills in parts, each as large as what is still missing, about.</summary>
    private static async Task<(BenchRow Row, long Documents)> FillAsync(
        BenchBook book, long bytes, CancellationToken ct)
    {
        var (plain, _) = await PlainBench.RunAsync(book, ct);
        var (documents, rows, seconds) = (0L, 0L, 0.0);
        for (var size = 0L; size < bytes; size = await book.SizeAsync(ct))
        {
            Terminal.Progress(Texts.Say("bench.filling", Gigabytes(size), Gigabytes(bytes)));
            var part = (int)Math.Clamp((bytes - size) / BytesOfDocument, 1000, 1_000_000);
            var startedAt = Stopwatch.GetTimestamp();
            rows += await BookFiller.FillAsync(
                book.Book, BenchCompany.Documents(documents).Take(part), TimeProvider.System, ct);
            seconds += Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
            documents += part;
        }

        var note = string.Create(
            CultureInfo.InvariantCulture, $"{documents:N0} documents, written directly and not synced");
        return (new BenchRow(
            $"filling, entry rows, {book.Engine}", rows / seconds, "rows/s", $"{book.Engine} plain inserts", plain,
            note), documents);
    }

    private static string Gigabytes(long bytes) =>
        ((double)bytes / Gigabyte).ToString("0.##", CultureInfo.InvariantCulture);
}
