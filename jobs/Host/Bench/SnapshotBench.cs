using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A whole snapshot, beside a plain reader of the book's lines into an appender; then a day that is added to
/// it, beside the whole.</summary>
internal sealed class SnapshotBench(Book book, StarFolder folder)
{
    private const int DocumentsOfDay = 1000;

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var (published, seconds) = await SnapshotAsync(ct);
        var extract = published.Seconds
            .Where(step => step.Step.StartsWith("extract", StringComparison.Ordinal))
            .Sum(step => step.Seconds);
        var plain = await PlainAsync(published.Manifest, ct);
        var note = string.Create(
            CultureInfo.InvariantCulture, $"{published.Rows:N0} rows in {seconds:0.0} s, extracted in {extract:0.0} s");
        return
        [
            new("snapshot, whole", published.Rows / seconds, "rows/s", "reader into appender", plain, note),
            new(
                "snapshot, extract only", published.Rows / extract, "rows/s", "reader into appender", plain,
                "one thread"),
            await DayAsync(seconds, ct),
        ];
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

        var (added, seconds) = await SnapshotAsync(ct);
        var bytes = new FileInfo(folder.BasePath(added.Manifest)).Length;
        var note = string.Create(
            CultureInfo.InvariantCulture, $"{added.Rows:N0} rows read, added to a copy of {bytes >> 20:N0} MB");
        return new BenchRow("snapshot, a day added", seconds, "s", "whole", whole, note);
    }

    private async Task<(SnapshotOutcome.Published Published, double Seconds)> SnapshotAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var outcome = await new Snapshot().RunAsync(book, folder, TimeProvider.System, null, ct);
        return outcome is SnapshotOutcome.Published published
            ? (published, Stopwatch.GetElapsedTime(startedAt).TotalSeconds)
            : throw new InvalidDataException($"the bench's snapshot was not published: {outcome}");
    }

    private async Task<double> PlainAsync(Manifest manifest, CancellationToken ct)
    {
        await using var session = await StarSession.OpenAsync(folder, manifest, new StarSessionOptions(), ct);
        await session.ExecuteAsync(BenchSql.Text("Bench/plain_lines.sql"), ct);
        await using var view = await book.ReadAsync(ct);
        await using var command = view.Command(BenchSql.Text("Bench/read_lines.sql"));
        var startedAt = Stopwatch.GetTimestamp();
        var rows = 0L;
        using (var appender = session.AppendToStaging("plain_lines"))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (reader.Read())
            {
                for (var at = 0; at < reader.FieldCount; at++)
                {
                    appender.Append(reader.GetInt64(at));
                }

                appender.EndRow();
                rows++;
            }
        }

        return rows / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }
}
