using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger.Filling;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>The same posting on a company's empty book and on a large one, which is filled first.</summary>
internal sealed class FillBench(BenchPlace place)
{
    private const long Gigabyte = 1_000_000_000;
    private const long BytesOfDocument = 1_500;

    /// <param name="gigabytes">To fill up to; 0 leaves the book as the company begins.</param>
    /// <param name="isVerified">Whether the filled book is verified in the end.</param>
    /// <param name="ct">Stops.</param>
    public Task<IReadOnlyList<BenchRow>> RunAsync(double gigabytes, bool isVerified, CancellationToken ct) =>
        place.WithBookAsync<IReadOnlyList<BenchRow>>(
            async book =>
            {
                await OpenAsync(book, ct);
                if (gigabytes == 0)
                {
                    return await new PostingBench(book, 0, $"{book.Engine}, empty book").RunAsync(ct);
                }

                var (filled, documents) = await FillAsync(book, (long)(gigabytes * Gigabyte), ct);
                var on = string.Create(CultureInfo.InvariantCulture, $"{book.Engine}, {gigabytes:0.##} GB");
                var posting = await new PostingBench(book, documents, on).RunAsync(ct);
                return isVerified
                    ? [filled, .. posting, await new VerifyBench(book.Book, on).RunAsync(ct)]
                    : [filled, .. posting];
            },
            ct);

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
