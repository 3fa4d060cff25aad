using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A whole snapshot, by all threads, by one and row by row, beside a plain reader of the book's lines into an
/// appender, that reader alone, the appender alone, and DuckDB's own copy of a table; then a day that is added to it,
/// beside the whole; and what readers see of both.</summary>
/// <param name="folder">Its star is written.</param>
/// <param name="book">It is taken of.</param>
/// <param name="on">What book that is.</param>
internal sealed class SnapshotBench(DataFolder folder, Book book, string on)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <summary>Of more rows a snapshot by one thread, and one row by row, would take longer than all else.</summary>
    private const long MostAgain = 30_000_000;

    private readonly ReaderLoad readers = new(folder);

    /// <param name="day">Is posted after the whole snapshots, to be added.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyList<BenchRow>> RunAsync(IEnumerable<Submission> day, CancellationToken ct)
    {
        PeakMemory.Begin();
        var (published, seconds) = await SnapshotAsync(new(), ct);
        var peak = PeakMemory.Megabytes();
        var rows = new List<BenchRow>();
        rows.AddRange(await WholeAsync(published, seconds, peak, ct));
        rows.AddRange(Slowest(published));
        rows.AddRange(await ExtractAsync(published, ct));
        var idle = await readers.IdleAsync(Idle, ct);
        var whole = await readers.DuringAsync(() => SnapshotAsync(new() { Full = true }, ct), ct);
        rows.AddRange(whole.Beside(idle, $"a whole snapshot, {on}"));
        await PostAsync(day, ct);
        var (added, took) = (published, 0.0);
        var adding = await readers.DuringAsync(
            async () => (added, took) = await SnapshotAsync(new(), ct), ct);
        var bytes = new FileInfo(folder.Star.BasePath(added.Manifest)).Length;
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{added.Rows:N0} rows read, {(added.IsAdded ? "added to a copy" : "built whole")}, {bytes >> 20:N0} MB");
        rows.Add(new($"snapshot, a day added, {on}", took, "s", "whole", seconds, note));
        rows.AddRange(adding.Beside(idle, $"a day added, {on}"));
        return rows;
    }

    private async Task<IReadOnlyList<BenchRow>> WholeAsync(
        SnapshotOutcome.Published published, double seconds, long peak, CancellationToken ct)
    {
        var plain = new PlainStar(folder.Star, published.Manifest, folder.Temp);
        var copied = await plain.CopyAsync(ct);
        var bytes = new FileInfo(folder.Star.BasePath(published.Manifest)).Length;
        var lines = published.Manifest.Rows["fact_sales"];
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{published.Rows:N0} rows, {published.Session.Threads} threads, {bytes >> 20:N0} MB");
        return
        [
            new($"snapshot, whole, {on}", seconds, "s", "DuckDB's own copy, facts", copied.Seconds, note),
            new(
                $"snapshot, whole, {on}", lines / seconds, "sale lines/s", "DuckDB's own copy, facts",
                lines / copied.Seconds, ""),
            new("snapshot, peak memory", peak, "MB", "limit of the engine, 3GB", 3072, "of the process"),
            new(
                "file, all tables", (double)bytes / lines, "B/sale line", "DuckDB's own copy, facts",
                (double)copied.Bytes / lines, ""),
        ];
    }

    /// <summary>The five longest steps of loading, by a million rows each.</summary>
    private static IEnumerable<BenchRow> Slowest(SnapshotOutcome.Published published)
    {
        var lines = published.Manifest.Rows["fact_sales"];
        var sales = published.Seconds.Single(step => step.Step == "load fact_sales").Seconds;
        return published.Seconds
            .Where(step => !step.Step.StartsWith("extract", StringComparison.Ordinal))
            .OrderByDescending(step => step.Seconds)
            .Take(5)
            .Select(step => new BenchRow(
                step.Step, step.Seconds * 1_000_000 / lines, "s/M sale lines", "load fact_sales",
                sales * 1_000_000 / lines,
                published.Manifest.Rows.TryGetValue(step.Step.Split(' ')[^1], out var rows)
                    ? string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows") : ""));
    }

    private async Task<IReadOnlyList<BenchRow>> ExtractAsync(SnapshotOutcome.Published published, CancellationToken ct)
    {
        var plain = new PlainLines(book, folder.Star, published.Manifest);
        var carried = await plain.CarriedAsync(ct);
        var extracted = Extracted(published);
        var rows = new List<BenchRow>
        {
            new("extract, all threads", extracted, "rows/s", "reader into appender", carried, ""),
            new("extract, all threads", extracted, "rows/s", "reader alone", await plain.ReadAsync(ct), ""),
            new("extract, all threads", extracted, "rows/s", "appender alone", await plain.AppendedAsync(ct), ""),
            new("extract, all threads", extracted, "rows/s", "DuckDB's own copy", await plain.CopiedAsync(ct), ""),
        };
        if (published.Rows > MostAgain)
        {
            return rows;
        }

        var one = new SnapshotOptions { Full = true, Session = new() { Threads = 1 } };
        foreach (var (name, options) in new[]
        {
            ("extract, one thread", one), ("extract, row by row", one with { IsPortable = true }),
        })
        {
            var (again, _) = await SnapshotAsync(options, ct);
            rows.Add(new(name, Extracted(again), "rows/s", "reader into appender", carried, ""));
        }

        return rows;
    }

    private static double Extracted(SnapshotOutcome.Published published) =>
        published.Rows / published.Seconds
            .Where(step => step.Step.StartsWith("extract", StringComparison.Ordinal))
            .Sum(step => step.Seconds);

    private async Task PostAsync(IEnumerable<Submission> day, CancellationToken ct)
    {
        await using var journal = await Journal.OpenAsync(book, TimeProvider.System, ct);
        foreach (var batch in day.Chunk(500))
        {
            await BenchBook.PostAsync(journal, batch, ct);
        }
    }

    private async Task<(SnapshotOutcome.Published Published, double Seconds)> SnapshotAsync(
        SnapshotOptions options, CancellationToken ct)
    {
        var progress = new SayProgress<SnapshotProgress>(step => step.Step);
        var snapshot = new Snapshot(options with { Prune = new Pruning(1, 0) });
        var startedAt = Stopwatch.GetTimestamp();
        var outcome = await snapshot.RunAsync(book, folder.Star, TimeProvider.System, progress, ct);
        return outcome switch
        {
            SnapshotOutcome.Published published =>
                (published, Stopwatch.GetElapsedTime(startedAt).TotalSeconds),
            SnapshotOutcome.AuditFailed red =>
                throw new InvalidDataException($"the bench's snapshot is red: {string.Join("; ", red.Findings)}"),
            _ => throw new InvalidDataException($"the bench's snapshot was not published: {outcome}"),
        };
    }
}
