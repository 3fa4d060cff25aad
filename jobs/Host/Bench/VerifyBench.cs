using System.Diagnostics;
using System.Globalization;
using Analytics.Ledger;
using Analytics.Ledger.Verify;

namespace Analytics.Host.Bench;

/// <summary>Rows a second of a whole verification, beside reading the rows only.</summary>
internal sealed class VerifyBench(Book book, string on)
{
    public async Task<BenchRow> RunAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var progress = new SayProgress<long>(seq => Texts.Say("verify.walked", Show.Count(seq)));
        var report = await BookVerifier.VerifyAsync(book, [], progress, ct);
        var verifying = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        if (report.FindingCount > 0)
        {
            throw new InvalidDataException($"the bench's own book does not verify: {report.Findings[0].What}");
        }

        startedAt = Stopwatch.GetTimestamp();
        var read = await ReadAsync(ct);
        var reading = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        return new BenchRow(
            $"verify, {on}", report.Rows / verifying, "rows/s", "reading lines and movements", read / reading,
            string.Create(CultureInfo.InvariantCulture, $"{report.Rows:N0} rows in {verifying:0.0} s"));
    }

    private async Task<long> ReadAsync(CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        var rows = 0L;
        foreach (var file in new[] { "Bench/all_lines.sql", "Bench/all_movements.sql" })
        {
            await using var command = view.Command(BenchSql.Text(file));
            await using var reader = await command.ExecuteReaderAsync(ct);
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync(ct))
            {
                reader.GetValues(values);
                rows++;
            }
        }

        return rows;
    }
}
