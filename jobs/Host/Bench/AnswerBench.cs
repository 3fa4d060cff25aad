using System.Diagnostics;
using System.Globalization;
using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;

namespace Analytics.Host.Bench;

/// <summary>A report of a million sale lines as a file of each form that takes so many, beside DuckDB's own copy of the
/// same rows where it has the form, else beside a plain reader that looks at every cell and writes nothing.</summary>
internal sealed class AnswerBench(StarFolder folder, string root)
{
    private static readonly ExportFormat[] Formats =
        [ExportFormat.Arrow, ExportFormat.Parquet, ExportFormat.Csv, ExportFormat.Json, ExportFormat.Xlsx];

    public async Task<IReadOnlyList<BenchRow>> RunAsync(CancellationToken ct)
    {
        var rows = new List<BenchRow>();
        foreach (var format in Formats)
        {
            rows.Add(await RowAsync(format, ct));
        }

        return rows;
    }

    private async Task<BenchRow> RowAsync(ExportFormat format, CancellationToken ct)
    {
        var copied = format is ExportFormat.Arrow or ExportFormat.Xlsx ? null : format.ToString().ToLowerInvariant();
        var reference = await ReferenceAsync(copied, ct);
        var path = Path.Combine(root, "lines" + ReportFile.Extension(format));
        GC.Collect();
        PeakMemory.Begin();
        var before = Environment.WorkingSet >> 20;
        var startedAt = Stopwatch.GetTimestamp();
        await WriteAsync(format, path, ct);
        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"23 columns, {new FileInfo(path).Length >> 20:N0} MB; "
            + $"memory {before:N0} MB, at most {PeakMemory.Megabytes():N0} MB");
        File.Delete(path);
        return new(
            $"report of 1 million lines, {format}", seconds, "s",
            copied is null ? "plain reader of the rows" : $"DuckDB's copy to {format}", reference, note);
    }

    private async Task WriteAsync(ExportFormat format, string path, CancellationToken ct)
    {
        await using var readers = new StarReaders(folder, new() { WarmUp = false });
        var runner = new ReportRunner(
            readers, Catalog.Load(null), Glossary.Load(), TimeProvider.System, TimeZoneInfo.Utc);
        var request = new ReportRequest("sales/detail", new Dictionary<string, string>
        {
            ["from_date"] = "2023-01-01", ["to_date"] = "2025-12-31",
        });
        var options = new ExportOptions(Texts.Culture, root);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        var outcome = await runner.RunAsync(
            request, Scope.Everything,
            (stream, stop) => ReportFile.WriteAsync(stream, format, options, file, stop), ct);
        if (outcome is not ReportOutcome.Written)
        {
            throw new InvalidDataException($"the report of a million lines came to {outcome}");
        }
    }

    private async Task<double> ReferenceAsync(string? copied, CancellationToken ct)
    {
        await using var session = await StarSession.OpenAsync(folder, folder.Current()!, new(), ct);
        await using var command = session.Connection.CreateCommand();
        var rows = BenchSql.Text("Bench/million_lines.sql");
        var path = Path.Combine(root, "lines.copy");
        command.CommandText = copied is null ? rows : BenchSql.Text("Bench/copy_lines.sql")
            .Replace("million_lines", $"(\n{rows})", StringComparison.Ordinal)
            .Replace("lines.copy", path.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("format csv", "format " + copied, StringComparison.Ordinal);
        var startedAt = Stopwatch.GetTimestamp();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            var cells = new object[Math.Max(1, reader.FieldCount)];
            while (copied is null && await reader.ReadAsync(ct))
            {
                reader.GetValues(cells);
            }
        }

        var seconds = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        File.Delete(path);
        return seconds;
    }
}
