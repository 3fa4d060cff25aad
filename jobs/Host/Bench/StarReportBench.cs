using System.Globalization;
using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>Reports over a large generation, each beside the same question asked of the lines by hand on the same
/// file; a scan of all lines also beside what memory lets through, and all of it beside PostgreSQL where there is one
/// and it can hold the lines.</summary>
internal sealed class StarReportBench(DataFolder folder, string on, string? ledger)
{
    /// <summary>More are left out: to write and index them would take longer than all else.</summary>
    private const long MostInPostgres = 10_000_000;

    private const int Runs = 40;
    private const int HandRuns = 5;

    /// <summary>Of a line: its store, and three amounts of 18 digits.</summary>
    private const long ScannedBytes = 4 * sizeof(long);

    public async Task<IReadOnlyList<BenchRow>> RunAsync(Manifest manifest, CancellationToken ct)
    {
        await using var readers = new StarReaders(folder.Star, new StarReadersOptions());
        var runner = new ReportRunner(
            readers, Catalog.Load(null), Glossary.Load(), TimeProvider.System, folder.Day.Zone);
        await using var postgres = ledger is not null && manifest.Rows["fact_sales"] <= MostInPostgres
            ? await PostgresLines.CopyAsync(new BenchPlace(folder.FullPath, ledger), readers, ct) : null;
        var by = new Answerers(runner, readers, postgres);
        var rows = new List<BenchRow>();
        var (from, to) = YearOnYear.Range(manifest);
        rows.AddRange(await BesideAsync(
            "year on year by store", by, YearOnYear.Request(manifest, useRollups: true),
            new("hand_year_on_year", "postgres_year_on_year",
                [("from_date", from), ("to_date", to), ("base_from_date", from.AddYears(-1))]),
            ct));
        rows.AddRange(await BesideAsync(
            "best items of a year", by, Asked("sales/ranking", from, to, ("by", "item"), ("top", "20")),
            new("hand_ranking", "postgres_ranking", [("from_date", from), ("to_date", to)]), ct));
        var month = new DateOnly(to.Year, to.Month, 1);
        var (store, item) = await PickAsync(runner, month, to, ct);
        rows.AddRange(await BesideAsync(
            "a month's lines of an item in a store", by,
            Asked("sales/detail", month, to, ("store", store), ("item", item)),
            new("hand_lines", "postgres_lines",
                [("from_date", month), ("to_date", to), ("store", store), ("item", item)]), ct));
        rows.AddRange(await ScanAsync(by, manifest, ct));
        return rows;
    }

    private static ReportRequest Asked(
        string id, DateOnly from, DateOnly to, params (string Name, string Value)[] others) =>
        new(id, others.Append(("from_date", Iso(from))).Append(("to_date", Iso(to)))
            .ToDictionary(given => given.Item1, given => given.Item2))
        {
            UseKept = false,
        };

    /// <summary>A report's p50 and p99 beside the p50 of the same question by hand.</summary>
    private async Task<IReadOnlyList<BenchRow>> BesideAsync(
        string what, Answerers by, ReportRequest request, Question hand,
        CancellationToken ct)
    {
        var (times, answer) = await TimeAsync(by.Runner, request, Runs, ct);
        var byHand = await HandAsync(by.Readers, hand, ct);
        var note = string.Create(CultureInfo.InvariantCulture, $"{answer.Relation}, {answer.Rows.Count:N0} rows");
        var p50 = times[times.Count / 2];
        var rows = new List<BenchRow>
        {
            new($"{what}, {on}, p50", p50, "ms", "by hand on the lines", byHand, note),
            new($"{what}, {on}, p99", times[(times.Count - 1) * 99 / 100], "ms", "by hand on the lines", byHand, ""),
        };
        if (by.Postgres is { } postgres)
        {
            var there = await postgres.MedianAsync(hand.There, hand.Values, ct);
            rows.Add(new($"{what}, {on}, p50", p50, "ms", "PostgreSQL with indexes", there, ""));
        }

        return rows;
    }

    /// <summary>Of every line its store and three amounts, without rollups.</summary>
    private async Task<IReadOnlyList<BenchRow>> ScanAsync(
        Answerers by, Manifest manifest, CancellationToken ct)
    {
        var last = manifest.LastBusinessDate;
        var request = Asked("sales/year_on_year", last.AddYears(-3), last, ("by", "store"), ("compare", "none")) with
        {
            UseRollups = false,
        };
        var (times, _) = await TimeAsync(by.Runner, request, HandRuns, ct);
        var hand = await HandAsync(by.Readers, new("hand_scan", "", []), ct);
        var lines = manifest.Rows["fact_sales"];
        var floor = lines * ScannedBytes / MemoryBandwidth.BytesPerSecond() * 1000;
        return
        [
            new($"all lines by store, {on}, p50", times[times.Count / 2], "ms", "by hand on the lines", hand, ""),
            new(
                $"all lines by store, {on}, p50", times[times.Count / 2], "ms", "memory read once", floor,
                string.Create(CultureInfo.InvariantCulture, $"{ScannedBytes} B a line")),
        ];
    }

    /// <summary>Engine times in order, after three runs that warm the file's pages and the code.</summary>
    private static async Task<(List<double> Times, ReportResult Answer)> TimeAsync(
        ReportRunner runner, ReportRequest request, int runs, CancellationToken ct)
    {
        const int warming = 3;
        var times = new List<double>();
        for (var run = 0; ; run++)
        {
            if (await runner.RunAsync(request, Scope.Everything, ct) is not ReportOutcome.Answer answer)
            {
                throw new InvalidDataException($"the bench's {request.ReportId} was refused");
            }

            if (run >= warming)
            {
                times.Add(answer.Result.EngineMs);
            }

            if (times.Count == runs)
            {
                times.Sort();
                return (times, answer.Result);
            }
        }
    }

    /// <summary>The median of a few runs after one that warms, in milliseconds.</summary>
    private static async Task<double> HandAsync(StarReaders readers, Question hand, CancellationToken ct)
    {
        await using var lease = await readers.RentAsync(null, ct);
        await using var command = lease.Connection.CreateCommand();
        command.CommandText = BenchSql.Text($"Bench/{hand.File}.sql")
            .Replace(" star.", $" {lease.Schema}.", StringComparison.Ordinal);
        return await BenchSql.MedianAsync(command, hand.Values, HandRuns, ct);
    }

    /// <summary>The store and the item that sold best in a month.</summary>
    private static async Task<(string Store, string Item)> PickAsync(
        ReportRunner runner, DateOnly from, DateOnly to, CancellationToken ct)
    {
        return (await BestAsync("store"), await BestAsync("item"));

        async Task<string> BestAsync(string by)
        {
            var (_, answer) = await TimeAsync(
                runner, Asked("sales/ranking", from, to, ("by", by), ("top", "1")), 1, ct);
            return (string)answer.Rows[0][0]!;
        }
    }

    /// <summary>Who is asked: the reports, the generation by hand, and PostgreSQL where it holds the lines.</summary>
    private sealed record Answerers(ReportRunner Runner, StarReaders Readers, PostgresLines? Postgres);

    /// <summary>The files of the same statement, here and on PostgreSQL, and what it binds.</summary>
    private sealed record Question(string File, string There, (string Name, object Value)[] Values);

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
