using System.Diagnostics;
using System.Globalization;
using Analytics.Ingest;
using Analytics.Ledger.Posting;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A generation whose sales are written into the star directly, three years of so many lines: for sizes that
/// no book is made of here. Its masters are posted and loaded as always.</summary>
internal sealed class StarBench(DataFolder folder, long lines, string? ledger)
{
    private const int Days = 1096;
    private const long LinesAtOnce = 3_000_000;

    /// <summary>A day's lines are shared out to eight stores, three to a document.</summary>
    private const long Share = 24;

    /// <summary>Its lines and the rollups they touch.</summary>
    private const string RowsStep = "rows";

    private const long SinkRows = 1_000_000;

    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly ReaderLoad readers = new(folder);
    private readonly string on = string.Create(CultureInfo.InvariantCulture, $"{lines:N0} lines");
    private readonly long linesOfDay = Math.Max(Share, lines / Days / Share * Share);

    private int DaysAtOnce => (int)Math.Clamp(LinesAtOnce / linesOfDay, 1, Days);

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var masters = await MastersAsync(ct);
        PeakMemory.Begin();
        var (filled, seconds, _) = await BuildAsync(masters, (0, Days), 0, ct);
        var peak = PeakMemory.Megabytes();
        var count = filled.Rows["fact_sales"];
        var copied = await new PlainStar(folder.Star, filled, folder.Temp).CopyAsync(ct);
        var bytes = new FileInfo(folder.Star.BasePath(filled)).Length;
        var note = string.Create(
            CultureInfo.InvariantCulture, $"{count:N0} lines in {seconds:0} s, written into the star directly");
        var rows = new List<BenchRow>
        {
            new($"star, {on}", count / seconds, "sale lines/s", "DuckDB's own copy", count / copied.Seconds, note),
            new($"star, {on}", count / seconds, "sale lines/s", "appender alone", await SinkAsync(filled, ct), ""),
            new(
                "star, file", (double)bytes / count, "B/sale line", "DuckDB's own copy",
                (double)copied.Bytes / count, ""),
            new("star, peak memory", peak, "MB", "limit of the engine, 3GB", 3072, "of the process"),
        };
        rows.AddRange(await new StarReportBench(folder, on, ledger).RunAsync(filled, ct));
        var idle = await readers.IdleAsync(Idle, ct);
        var (took, steps) = (0.0, new Dictionary<string, double>());
        var adding = await readers.DuringAsync(
            async () => (_, took, steps) = await BuildAsync(filled, (Days, 1), filled.Seq, ct), ct);
        rows.Add(new(
            $"star, a day added, {on}", took, "s", "whole", seconds, string.Create(
                CultureInfo.InvariantCulture, $"{linesOfDay:N0} lines onto a copy of {bytes >> 20:N0} MB")));
        var gigabytes = bytes / 1e9;
        rows.Add(new(
            $"star, a day added, all but its rows, {on}", (took - steps[RowsStep]) / gigabytes, "s/GB",
            "file copied and synced", CopyAndSync(folder.Star.BasePath(filled)) / gigabytes,
            string.Join(", ", steps.Select(step => string.Create(
                CultureInfo.InvariantCulture, $"{step.Key} {step.Value:0.00} s")))));
        rows.AddRange(adding.Beside(idle, $"a day added, {on}"));
        return rows;
    }

    /// <summary>What the disk takes of a file, in seconds.</summary>
    private double CopyAndSync(string path)
    {
        var copy = Path.Combine(folder.Temp, "copy.duckdb");
        var startedAt = Stopwatch.GetTimestamp();
        File.Copy(path, copy);
        using (var file = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        var took = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        File.Delete(copy);
        return took;
    }

    /// <summary>A generation of the company's masters, whose calendar reaches from the first day past the last.
    /// </summary>
    private async Task<Manifest> MastersAsync(CancellationToken ct)
    {
        await using var book = await folder.OpenBookAsync(ct);
        await using (var journal = await Journal.OpenAsync(book, TimeProvider.System, ct))
        {
            var days = BenchCompany.Documents(0, 86_400);
            foreach (var batch in BenchCompany.Opening().Concat(days.Take(Days + 1)).Chunk(500))
            {
                await BenchBook.PostAsync(journal, batch, ct);
            }
        }

        var outcome = await new Snapshot().RunAsync(book, folder.Star, TimeProvider.System, null, ct);
        return outcome is SnapshotOutcome.Published published
            ? published.Manifest
            : throw new InvalidDataException($"the bench's snapshot was not published: {outcome}");
    }

    /// <summary>Adds days to a generation and publishes what becomes of it; the seconds that took, in all and step by
    /// step.</summary>
    private async Task<(Manifest Manifest, double Seconds, Dictionary<string, double> Steps)> BuildAsync(
        Manifest onto, (int First, int Count) days, long fromSeq, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var steps = new Dictionary<string, double>();
        await using var build = await StarBuild.StartAsync(
            folder.Star, new StarBuildOptions { Onto = onto, AtStep = Take }, TimeProvider.System, ct);
        Take("opened");
        if (fromSeq == 0)
        {
            await build.Session.ExecuteAsync(BenchSql.Text("Bench/empty_sales.sql"), ct);
        }

        var last = days.First + days.Count;
        for (var day = days.First; day < last; day += DaysAtOnce)
        {
            Terminal.Progress(Texts.Say("bench.filling_days", Show.Count(day), Show.Count(last)));
            await build.Session.ExecuteAsync(
                BenchSql.Text("Bench/star_sales.sql"), ct,
                ("lines_of_day", linesOfDay), ("from_line", day * linesOfDay),
                ("to_line", Math.Min(day + DaysAtOnce, last) * linesOfDay),
                ("first_date", First), ("first_key", Key(0)));
        }

        await StarLoad.RollupsAsync(build.Session, fromSeq, ct);
        Take(RowsStep);
        var date = First.AddDays(last - 1);
        var manifest = await build.PublishAsync(
            new LedgerHead(Key(last) - 1, "bench", TimeProvider.System.GetUtcNow(), date), ct);
        return (manifest, Stopwatch.GetElapsedTime(startedAt).TotalSeconds, steps);

        void Take(string step) =>
            steps[step] = Stopwatch.GetElapsedTime(startedAt).TotalSeconds - steps.Values.Sum();
    }

    /// <summary>The first document of a day: past all that the masters' book holds.</summary>
    private long Key(int day) => 1_000_000 + (day * linesOfDay / 3);

    /// <summary>Rows as wide as a sale line by the appender, in rows a second.</summary>
    private async Task<double> SinkAsync(Manifest manifest, CancellationToken ct)
    {
        await using var session = await StarSession.OpenAsync(folder.Star, manifest, new StarSessionOptions(), ct);
        await session.ExecuteAsync(BenchSql.Text("Bench/plain_sales.sql"), ct);
        var types = await session.QueryAsync(
            BenchSql.Text("Bench/plain_sales_types.sql"), row => row.GetString(0), int.MaxValue, ct);
        using var appender = session.AppendToStaging("plain_sales");
        var startedAt = Stopwatch.GetTimestamp();
        for (var row = 0L; row < SinkRows; row++)
        {
            foreach (var type in types)
            {
                Append(appender, type, row);
            }

            appender.EndRow();
        }

        return SinkRows / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static void Append(RowAppender row, string type, long value) => _ = type switch
    {
        "BIGINT" => row.Append(value),
        "INTEGER" => row.Append((int)value),
        "SMALLINT" => row.Append((short)480),
        "TINYINT" => row.Append((sbyte)8),
        "BOOLEAN" => row.Append(false),
        "DATE" => row.Append(First),
        "TIMESTAMP" => row.Append(new DateTime(2024, 1, 1)),
        "DECIMAL(18,4)" => row.AppendScaled(value, 4),
        "DECIMAL(18,6)" => row.AppendScaled(value, 6),
        "VARCHAR" => row.Append("D0000000001"),
        _ => throw new UnreachableException(type),
    };
}
