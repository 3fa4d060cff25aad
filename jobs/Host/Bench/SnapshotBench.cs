using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A whole snapshot, beside a plain reader of the book's lines into an appender.</summary>
internal sealed class SnapshotBench(Book book, StarFolder folder)
{
    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var outcome = await new Snapshot().RunAsync(book, folder, TimeProvider.System, null, ct);
        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        if (outcome is not SnapshotOutcome.Published published)
        {
            throw new InvalidDataException($"the bench's snapshot was not published: {outcome}");
        }

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
        ];
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
