using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Analytics.Star;

/// <summary>Writes slices of one table as Arrow IPC files: decimals as Decimal128, dates as Date32, timestamps in UTC,
/// texts that repeat as numbers of a dictionary.</summary>
/// <remarks>Which texts repeat follows from the columns' names alone, so that a column has one type in every file of
/// every export. The dictionary is of the whole table: DuckDB makes it as an enum and numbers the cells itself.
/// A batch holds 65,536 rows or 32 MB of one column's text, and a chunk more; buffers are used again.</remarks>
internal sealed class ArrowFile(StarSession session, string table, IReadOnlyList<ExportedColumn> columns)
{
    private const int MostRows = 65_536;
    private const int MostTextBytes = 32 << 20;

    /// <summary>Texts that are another one in every row, or may be.</summary>
    private static readonly HashSet<string> Unrepeated = ["note", "reference", "coupon_code", "document_id"];

    private ArrowColumn[]? filled;
    private bool hasDictionaries;

    /// <summary>Whether the cells of a column are numbers of a dictionary.</summary>
    public static bool IsNumbered(string table, ExportedColumn column) =>
        column.Type == "VARCHAR"
        && !table.StartsWith("dim_", StringComparison.Ordinal)
        && !column.Name.EndsWith("_no", StringComparison.Ordinal)
        && !Unrepeated.Contains(column.Name);

    /// <summary>Writes a file; answers its rows.</summary>
    /// <param name="path">Is made.</param>
    /// <param name="where">Which rows, as a clause; empty for all.</param>
    /// <param name="ct">Stops.</param>
    public async Task<long> WriteAsync(string path, string where, CancellationToken ct)
    {
        await MakeDictionariesAsync(ct);
        var list = string.Join(", ", columns.Select(
            column => IsNumbered(table, column) ? $"{column.Name}::{Enum(column)} as {column.Name}" : column.Name));
        using var reader = session.ReadChunks($"from {table} select {list}{where}");
        filled ??= [.. columns.Select((column, at) => Column(reader, column, at))];
        await using var stream = new FileStream(
            path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
        using var writer = new ArrowFileWriter(
            stream, new Schema(filled.Select(column => column.Field), null), leaveOpen: true);
        writer.WriteStart();
        var rows = 0L;
        var isWritten = false;
        while (reader.Next())
        {
            ct.ThrowIfCancellationRequested();
            if (filled[0].Rows + reader.Rows > MostRows || filled.Any(column => column.TextBytes > MostTextBytes))
            {
                rows += Flush(writer);
                isWritten = true;
            }

            for (var at = 0; at < filled.Length; at++)
            {
                filled[at].Append(reader.Vector(at), reader.Rows);
            }
        }

        // Dictionaries are written with the first batch, so that there is one, if of no rows.
        if (filled[0].Rows > 0 || !isWritten)
        {
            rows += Flush(writer);
        }

        writer.WriteEnd();
        return rows;
    }

    /// <summary>Frees what DuckDB holds for the table.</summary>
    public async Task DropAsync(CancellationToken ct)
    {
        if (hasDictionaries)
        {
            foreach (var column in columns.Where(column => IsNumbered(table, column)))
            {
                await session.ExecuteAsync($"drop type {Enum(column)}", ct);
            }
        }
    }

    private string Enum(ExportedColumn column) => $"memory.main.{table}_{column.Name}";

    private static ArrowColumn Column(ChunkReader reader, ExportedColumn column, int at)
    {
        using var type = reader.ColumnType(at);
        return new ArrowColumn(column.Name, type);
    }

    private long Flush(ArrowFileWriter writer)
    {
        var rows = filled![0].Rows;
        using (var batch = new RecordBatch(
            new Schema(filled.Select(column => column.Field), null), filled.Select(column => column.Build()), rows))
        {
            writer.WriteRecordBatch(batch);
        }

        foreach (var column in filled)
        {
            column.Clear();
        }

        return rows;
    }

    private async Task MakeDictionariesAsync(CancellationToken ct)
    {
        if (hasDictionaries)
        {
            return;
        }

        foreach (var column in columns.Where(column => IsNumbered(table, column)))
        {
            // An enum is of one value at least.
            var name = column.Name;
            var texts = $"from {table} select {name} where {name} is not null union values ('')";
            await session.ExecuteAsync(
                $"create type {Enum(column)} as enum (from ({texts}) as texts({name}) select {name} order by {name})",
                ct);
        }

        hasDictionaries = true;
    }
}
