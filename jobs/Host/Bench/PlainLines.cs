using System.Diagnostics;
using Analytics.Ledger;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>What a snapshot's reading is held against: the book's lines by the plainest means, in rows a second.
/// </summary>
internal sealed class PlainLines(Book book, StarFolder folder, Manifest manifest)
{
    private const int Columns = 9;

    private long lines;

    /// <summary>A reader into an appender, cell by cell.</summary>
    public Task<double> CarriedAsync(CancellationToken ct) => TimeAsync(
        async session =>
        {
            using var appender = session.AppendToStaging("plain_lines");
            return lines = await ReadAsync(
                cell => appender.Append(cell), () => appender.EndRow(), ct);
        }, ct);

    /// <summary>The reader, whose cells go nowhere.</summary>
    public Task<double> ReadAsync(CancellationToken ct) =>
        TimeAsync(_ => ReadAsync(_ => { }, () => { }, ct), ct);

    /// <summary>The appender, with numbers from nowhere.</summary>
    public Task<double> AppendedAsync(CancellationToken ct) => TimeAsync(
        session =>
        {
            using var appender = session.AppendToStaging("plain_lines");
            for (var row = 0L; row < lines; row++)
            {
                for (var at = 0; at < Columns; at++)
                {
                    appender.Append(row + at);
                }

                appender.EndRow();
            }

            return Task.FromResult(lines);
        }, ct);

    /// <summary>DuckDB from a table of its own into another.</summary>
    public Task<double> CopiedAsync(CancellationToken ct) => TimeAsync(
        async session =>
        {
            await session.ExecuteAsync(BenchSql.Text("Bench/plain_copy.sql"), ct);
            return manifest.Rows["fact_sales"];
        }, ct);

    private async Task<long> ReadAsync(Action<long> cell, Action end, CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        await using var command = view.Command(BenchSql.Text("Bench/read_lines.sql"));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = 0L;
        for (; reader.Read(); rows++)
        {
            for (var at = 0; at < Columns; at++)
            {
                cell(reader.GetInt64(at));
            }

            end();
        }

        return rows;
    }

    private async Task<double> TimeAsync(Func<StarSession, Task<long>> work, CancellationToken ct)
    {
        await using var session = await StarSession.OpenAsync(folder, manifest, new StarSessionOptions(), ct);
        await session.ExecuteAsync(BenchSql.Text("Bench/plain_lines.sql"), ct);
        var startedAt = Stopwatch.GetTimestamp();
        var rows = await work(session);
        return rows / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }
}
