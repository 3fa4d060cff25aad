using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Filling;
using Analytics.Ledger.Posting;

namespace Analytics.Host.Bench;

/// <summary>A snapshot of a book that was written directly: three years of so many sale lines.</summary>
internal sealed class FilledBench(DataFolder folder, long lines)
{
    private const int Part = 200_000;

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var on = string.Create(CultureInfo.InvariantCulture, $"{lines:N0} lines");
        var (documents, between) = BenchCompany.OfLines(lines);
        await using var book = await folder.OpenBookAsync(ct);
        var filled = await FillAsync(book, documents, between, ct);
        var day = BenchCompany.Documents(documents, between).Take((int)Math.Max(1, 86_400 / between));
        return [filled, .. await new SnapshotBench(folder, book, on).RunAsync(day, ct)];
    }

    private async Task<BenchRow> FillAsync(Book book, long documents, int between, CancellationToken ct)
    {
        await using (var journal = await Journal.OpenAsync(book, TimeProvider.System, ct))
        {
            foreach (var batch in BenchCompany.Opening().Chunk(500))
            {
                await BenchBook.PostAsync(journal, batch, ct);
            }
        }

        var making = Stopwatch.GetTimestamp();
        var made = BenchCompany.Documents(0, between).Take(Part).Sum(document => (long)document.Lines.Count);
        var plain = made / Stopwatch.GetElapsedTime(making).TotalSeconds;
        var startedAt = Stopwatch.GetTimestamp();
        for (var done = 0L; done < documents; done += Part)
        {
            Terminal.Progress(Texts.Say("bench.filling_lines", Show.Count(done), Show.Count(documents)));
            var part = BenchCompany.Documents(done, between).Take((int)Math.Min(Part, documents - done));
            await BookFiller.FillAsync(book, part, TimeProvider.System, ct);
        }

        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        await using var view = await book.ReadAsync(ct);
        var size = await view.SizeAsync(ct);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{documents:N0} documents in {seconds:0} s, {size >> 20:N0} MB: written directly, not posted");
        return new BenchRow(
            "filling a book", lines / seconds, "sale lines/s", "making documents up only", plain, note);
    }
}
