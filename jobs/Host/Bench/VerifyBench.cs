using System.Diagnostics;
using System.Globalization;
using Analytics.Host.Commands;
using Analytics.Ledger;
using Analytics.Ledger.Verify;

namespace Analytics.Host.Bench;

/// <summary>Rows a second of a whole verification, beside reading the rows only; and where its time went.</summary>
internal sealed class VerifyBench(Book book, string on)
{
    private readonly Dictionary<string, double> seconds = [];
    private string step = "entries";
    private long stepAt;

    public async Task<BenchRow> RunAsync(CancellationToken ct)
    {
        var startedAt = stepAt = Stopwatch.GetTimestamp();
        var report = await BookVerifier.VerifyAsync(book, [], new SayProgress<VerifyProgress>(Take), ct);
        Turn("");
        var verifying = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        if (report.FindingCount > 0)
        {
            throw new InvalidDataException($"the bench's own book does not verify: {report.Findings[0].What}");
        }

        startedAt = Stopwatch.GetTimestamp();
        var read = await ReadAsync(ct);
        var reading = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        var steps = seconds.OrderByDescending(one => one.Value).Take(5)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value:0.0}"));
        return new BenchRow(
            $"verify, {on}", report.Rows / verifying, "rows/s", "reading lines and movements", read / reading,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Rows:N0} rows in {verifying:0.0} s: {string.Join(", ", steps)}"));
    }

    private string Take(VerifyProgress at)
    {
        Turn(at.Step == VerifyStep.State ? at.Check : at.Step.ToString().ToLowerInvariant());
        return VerifyCommand.Say(at);
    }

    private void Turn(string next)
    {
        if (next == step)
        {
            return;
        }

        seconds[step] = seconds.GetValueOrDefault(step) + Stopwatch.GetElapsedTime(stepAt).TotalSeconds;
        stepAt = Stopwatch.GetTimestamp();
        step = next;
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
