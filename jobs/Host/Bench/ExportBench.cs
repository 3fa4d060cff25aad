using System.Diagnostics;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A generation of a million sale lines exported, as Arrow and as Parquet by month, beside DuckDB's own copy
/// of the same table to one Parquet file, without months, sums or hashes; and the report of those lines.</summary>
internal sealed class ExportBench(string root)
{
    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var folder = new StarFolder(Path.Combine(root, "export-star"));
        var copy = await FillAsync(folder, ct);
        var manifest = folder.Current()!;
        var rows = new List<BenchRow>();
        foreach (var format in new[] { StarFileFormat.Arrow, StarFileFormat.Parquet })
        {
            var into = Path.Combine(root, $"export-{format}");
            var startedAt = Stopwatch.GetTimestamp();
            var export = await StarExport.WriteAsync(folder, manifest, into, new() { Format = format }, ct);
            var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
            var megabytes = Directory.GetFiles(into, "*", SearchOption.AllDirectories)
                .Sum(file => new FileInfo(file).Length) >> 20;
            var note = string.Create(
                CultureInfo.InvariantCulture,
                $"{export.Tables.Sum(table => table.Files.Count)} files, {megabytes:N0} MB, with sums and hashes");
            rows.Add(new(
                $"export 1 million sale lines, {format}", seconds, "s", "DuckDB's copy to Parquet", copy, note));
            Directory.Delete(into, recursive: true);
        }

        rows.AddRange(await new AnswerBench(folder, root).RunAsync(ct));
        return rows;
    }

    /// <summary>Publishes the generation; answers how long DuckDB's own copy took.</summary>
    private async Task<double> FillAsync(StarFolder folder, CancellationToken ct)
    {
        await using var build = await StarBuild.StartAsync(folder, new(), TimeProvider.System, ct);
        await BenchSql.RunAsync(build.Connection, "Bench/million_sales.sql", ct);
        await BenchSql.RunAsync(build.Connection, "Bench/million_masters.sql", ct);
        var startedAt = Stopwatch.GetTimestamp();
        await using (var command = build.Connection.CreateCommand())
        {
            var file = Path.Combine(root, "sales.parquet").Replace("'", "''", StringComparison.Ordinal);
            command.CommandText = BenchSql.Text("Bench/plain_export.sql").Replace(
                "sales.parquet", file, StringComparison.Ordinal);
            await command.ExecuteNonQueryAsync(ct);
        }

        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        await build.PublishAsync(new LedgerHead(1_000_000, "", DateTimeOffset.UnixEpoch, new(2025, 12, 31)), ct);
        return seconds;
    }
}
