using System.Diagnostics;
using Analytics.Ledger;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>Year on year by store over whole months: from rollups, from facts, and asked of SQLite.</summary>
internal sealed class ReportBench(DataFolder folder, Book book)
{
    private const int Runs = 200;

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        await using var readers = new StarReaders(folder.Star, new StarReadersOptions());
        var runner = new ReportRunner(
            readers, Catalog.Load(null), Glossary.Load(), TimeProvider.System, folder.Day.Zone);
        var manifest = folder.Star.Current()!;
        var (from, to) = YearOnYear.Range(manifest);
        var rollup = await TimeAsync(runner, manifest, useRollups: true, ct);
        var facts = await TimeAsync(runner, manifest, useRollups: false, ct);
        var sqlite = await SqliteAsync(from, to, ct);
        var (kept, anew) = await KeptAsync(runner, YearOnYear.Request(manifest, useRollups: true), ct);
        return
        [
            new("year_on_year from rollups, p50", rollup.P50, "ms", "same text on facts", facts.P50, rollup.Note),
            new("year_on_year from rollups, p99", rollup.P99, "ms", "same text on facts", facts.P99, rollup.Note),
            new("year_on_year on facts, p50", facts.P50, "ms", "SQLite, same question", sqlite, facts.Note),
            new("year_on_year kept, p50", kept, "ms", "answered anew", anew, "whole time, not the engine's alone"),
        ];
    }

    private static async Task<(double P50, double P99, string Note)> TimeAsync(
        ReportRunner runner, Manifest manifest, bool useRollups, CancellationToken ct)
    {
        var request = YearOnYear.Request(manifest, useRollups);
        var times = new List<double>();
        var note = "";
        for (var run = 0; run < (useRollups ? Runs : Runs / 10) + 3; run++)
        {
            if (await runner.RunAsync(request, Scope.Everything, ct) is not ReportOutcome.Answer answer)
            {
                throw new InvalidDataException("the bench's report was refused");
            }

            // The first three warm the file's pages and the code.
            if (run >= 3)
            {
                times.Add(answer.Result.EngineMs);
            }

            note = $"{answer.Result.Relation}, 12 months by store, two windows and totals";
        }

        times.Sort();
        return (times[times.Count / 2], times[Math.Min(times.Count * 99 / 100, times.Count - 1)], note);
    }

    /// <summary>From the request to the answer, in milliseconds: one that was kept, and one made anew.</summary>
    private static async Task<(double Kept, double Anew)> KeptAsync(
        ReportRunner runner, ReportRequest request, CancellationToken ct)
    {
        return (await MedianAsync(request with { UseKept = true }), await MedianAsync(request));

        async Task<double> MedianAsync(ReportRequest asked)
        {
            var times = new List<double>();
            for (var run = 0; run < Runs; run++)
            {
                var answer = (ReportOutcome.Answer)await runner.RunAsync(asked, Scope.Everything, ct);
                times.Add(answer.Result.ElapsedMs);
            }

            return times.Order().ElementAt(Runs / 2);
        }
    }

    /// <summary>Both windows, each once after a warm-up, in milliseconds.</summary>
    private async Task<double> SqliteAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        await using var view = await book.ReadAsync(ct);
        await AskAsync(from, to);
        var startedAt = Stopwatch.GetTimestamp();
        await AskAsync(from, to);
        await AskAsync(from.AddYears(-1), to.AddYears(-1));
        return Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;

        async Task AskAsync(DateOnly first, DateOnly end)
        {
            await using var command = view.Command(BenchSql.Text("Bench/year_on_year.sql"));
            (string Name, DateOnly Date)[] range = [("@from_date", first), ("@to_date", end)];
            foreach (var (name, date) in range)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = (date.Year * 10_000L) + (date.Month * 100) + date.Day;
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
            }
        }
    }
}
