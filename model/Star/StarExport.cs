using System.Globalization;
using System.Security.Cryptography;

namespace Analytics.Star;

/// <summary>Writes a generation with its annexes out for other engines, as Parquet or Arrow IPC: a file a table, and a
/// file a month where a table has months, with a manifest beside them.</summary>
/// <remarks>All or nothing: the folder gets its name when everything stands in it. After an earlier export only files
/// whose rows differ are written; its digests say which.</remarks>
public static class StarExport
{
    /// <param name="folder">Of the generations.</param>
    /// <param name="manifest">The generation.</param>
    /// <param name="into">The folder to make; it must not exist.</param>
    /// <param name="options">What is written, and how.</param>
    /// <param name="ct">Stops; nothing is left then.</param>
    /// <exception cref="StarException">The folder exists, the earlier export is of another format, or the generation
    /// cannot be read.</exception>
    public static async Task<ExportManifest> WriteAsync(
        StarFolder folder, Manifest manifest, string into, StarExportOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(options);
        into = Path.TrimEndingDirectorySeparator(Path.GetFullPath(into));
        if (Path.Exists(into))
        {
            throw new StarException($"{into} exists already; name a folder that does not.");
        }

        var format = options.Format.ToString().ToLowerInvariant();
        if (options.Since is { } since && since.Format != format)
        {
            throw new StarException(
                $"The earlier export is {since.Format}, not {format}; name one as {format}, or export all.");
        }

        var part = into + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        Directory.CreateDirectory(part);
        try
        {
            await using var session = await StarSession.OpenAsync(folder, manifest, options.Session, ct);
            var tables = new List<ExportedTable>();
            foreach (var table in manifest.Rows.Keys.Concat(manifest.Annexes.Select(annex => annex.Table))
                .Order(StringComparer.Ordinal))
            {
                tables.Add(await new Table(session, table, part, options).WriteAsync(ct));
            }

            var export = new ExportManifest(
                manifest.Generation, manifest.Seq, manifest.CompleteTo, manifest.SchemaVersion,
                options.Since?.Generation, tables)
            {
                Format = format,
            };
            await export.WriteAsync(part, ct);
            ct.ThrowIfCancellationRequested();
            Directory.Move(part, into);
            return export;
        }
        catch
        {
            Directory.Delete(part, recursive: true);
            throw;
        }
    }

    /// <summary>One table on its way out.</summary>
    private sealed class Table(StarSession session, string name, string root, StarExportOptions options)
    {
        private static readonly Dictionary<string, decimal> NoSums = [];

        public async Task<ExportedTable> WriteAsync(CancellationToken ct)
        {
            var columns = await session.QueryAsync(
                Statement("column_types"), row => new ExportedColumn(row.GetString(0), row.GetString(1)),
                int.MaxValue, ct, ("table_name", name));
            Directory.CreateDirectory(Path.Combine(root, name));
            var earlier = options.Since?.Tables.FirstOrDefault(one => one.Name == name);
            var isSame = earlier is not null && columns.SequenceEqual(earlier.Columns);
            var arrow = new ArrowFile(session, name, columns);
            var files = new List<ExportedFile>();
            foreach (var file in await FilesAsync(columns, ct))
            {
                var known = isSame ? earlier!.Files.FirstOrDefault(one => one.Path == file.Path) : null;
                files.Add(known is not null && known.Digest == file.Digest && known.Rows == file.Rows
                    ? file with { Sha256 = known.Sha256, IsWritten = false }
                    : file with { Sha256 = await WriteAsync(file, arrow, ct) });
            }

            await arrow.DropAsync(ct);
            return new ExportedTable(name, columns, files);
        }

        private static bool IsMeasure(string column) =>
            column is "amount" or "qty"
            || column.EndsWith("_amount", StringComparison.Ordinal)
            || column.EndsWith("_qty", StringComparison.Ordinal);

        private string Extension => options.Format == StarFileFormat.Arrow ? "arrow" : "parquet";

        private static string Statement(string stem) => StarSchema.Files.Read($"statements/{stem}.sql");

        private async Task<IReadOnlyList<ExportedFile>> FilesAsync(
            IReadOnlyList<ExportedColumn> columns, CancellationToken ct)
        {
            var isByMonth = !name.StartsWith("dim_", StringComparison.Ordinal)
                && columns.Any(column => column.Name == "month_key");
            if (!isByMonth)
            {
                return await session.QueryAsync(
                    Statement("table_digest"),
                    row => new ExportedFile(
                        $"{name}/all.{Extension}", null, row.GetInt64(0), row.GetString(1), NoSums, "", true),
                    1, ct, ("table_name", name));
            }

            var sums = columns.Any(column => IsMeasure(column.Name))
                ? (await session.QueryAsync(
                    Statement("month_sums"),
                    row => (Month: row.GetInt32(0), Sums: Enumerable.Range(1, row.FieldCount - 1)
                        .Where(i => !row.IsDBNull(i))
                        .ToDictionary(row.GetName, row.GetDecimal)),
                    int.MaxValue, ct, ("table_name", name))).ToDictionary(month => month.Month, month => month.Sums)
                : [];
            return await session.QueryAsync(
                Statement("month_digests"),
                row => new ExportedFile(
                    string.Create(CultureInfo.InvariantCulture, $"{name}/{row.GetInt32(0)}.{Extension}"),
                    row.GetInt32(0), row.GetInt64(1), row.GetString(2),
                    sums.GetValueOrDefault(row.GetInt32(0), NoSums), "", true),
                int.MaxValue, ct, ("table_name", name));
        }

        /// <summary>Writes the file and answers its hash.</summary>
        private async Task<string> WriteAsync(ExportedFile file, ArrowFile arrow, CancellationToken ct)
        {
            var path = Path.Combine(root, file.Path.Replace('/', Path.DirectorySeparatorChar));
            var month = file.MonthKey is { } key
                ? string.Create(CultureInfo.InvariantCulture, $" where month_key = {key}")
                : "";
            var rows = options.Format == StarFileFormat.Arrow
                ? await arrow.WriteAsync(path, month, ct)
                : await session.ExecuteAsync(
                    $"copy (from {name}{month}) to {DuckDb.Literal(path)} (format parquet, compression zstd)", ct);
            if (rows != file.Rows)
            {
                throw new StarException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.Path} got {rows} rows of {file.Rows}; nothing was exported, run it again."));
            }

            await using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            stream.Flush(flushToDisk: true);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
        }
    }
}
