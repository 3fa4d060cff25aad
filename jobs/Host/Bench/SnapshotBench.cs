using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A whole snapshot, by one thread, by all and row by row, beside a plain reader of the book's lines into an
/// appender, that reader alone, the appender alone, and DuckDB's own copy of a table; then a day that is added to it,
/// beside the whole.</summary>
internal sealed class SnapshotBench(Book book, StarFolder folder)
{
    private const int DocumentsOfDay = 1000;

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var (published, seconds) = await SnapshotAsync(new(), ct);
        var peak = Peak();
        var plain = new PlainLines(book, folder, published.Manifest);
        var carried = await plain.CarriedAsync(ct);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{published.Rows:N0} rows in {seconds:0.0} s, {published.Session.Threads} threads");
        var extracted = Extracted(published);
        var rows = new List<BenchRow>
        {
            new("snapshot, whole", published.Rows / seconds, "rows/s", "reader into appender", carried, note),
            new("snapshot, peak memory", peak, "MB", "memory limit 3GB", 3072, "of the process, all rows before too"),
            new("extract, all threads", extracted, "rows/s", "reader into appender", carried, note),
            new("extract, all threads", extracted, "rows/s", "reader alone", await plain.ReadAsync(ct), ""),
            new("extract, all threads", extracted, "rows/s", "appender alone", await plain.AppendedAsync(ct), ""),
            new("extract, all threads", extracted, "rows/s", "DuckDB's own copy", await plain.CopiedAsync(ct), ""),
        };
        var one = new SnapshotOptions { Full = true, Session = new() { Threads = 1 } };
        foreach (var (name, options) in new[]
        {
            ("extract, one thread", one), ("extract, row by row", one with { IsPortable = true }),
        })
        {
            var (again, _) = await SnapshotAsync(options, ct);
            rows.Add(new(name, Extracted(again), "rows/s", "reader into appender", carried, ""));
        }

        rows.Add(await DayAsync(seconds, ct));
        return rows;
    }

    private static double Extracted(SnapshotOutcome.Published published) =>
        published.Rows / published.Seconds
            .Where(step => step.Step.StartsWith("extract", StringComparison.Ordinal))
            .Sum(step => step.Seconds);

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    /// <summary>Another company's opening and a day of it, in the same book.</summary>
    private async Task<BenchRow> DayAsync(double whole, CancellationToken ct)
    {
        await using (var journal = await Journal.OpenAsync(book, TimeProvider.System, ct))
        {
            foreach (var batch in BenchCompany.Opening().Concat(BenchCompany.Documents(0).Take(DocumentsOfDay))
                .Chunk(500))
            {
                await BenchBook.PostAsync(journal, batch, ct);
            }
        }

        var (added, seconds) = await SnapshotAsync(new(), ct);
        var bytes = new FileInfo(folder.BasePath(added.Manifest)).Length;
        var note = string.Create(
            CultureInfo.InvariantCulture, $"{added.Rows:N0} rows read, added to a copy of {bytes >> 20:N0} MB");
        return new BenchRow("snapshot, a day added", seconds, "s", "whole", whole, note);
    }

    private async Task<(SnapshotOutcome.Published Published, double Seconds)> SnapshotAsync(
        SnapshotOptions options, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var outcome = await new Snapshot(options).RunAsync(book, folder, TimeProvider.System, null, ct);
        return outcome is SnapshotOutcome.Published published
            ? (published, Stopwatch.GetElapsedTime(startedAt).TotalSeconds)
            : throw new InvalidDataException($"the bench's snapshot was not published: {outcome}");
    }
}
