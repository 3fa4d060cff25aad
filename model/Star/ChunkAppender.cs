using System.Collections.Concurrent;
using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>Appends whole chunks of rows to one temporary table of bigint and varchar columns. Chunks may be filled by
/// several threads; they are appended by one, and lie in the table in that order after <see cref="Complete"/>.
/// </summary>
public sealed class ChunkAppender : IDisposable
{
    private readonly ConcurrentBag<StarChunk> made = [];
    private readonly DuckDBAppender appender;
    private readonly DuckDBType[] columns;
    private readonly string table;

    internal ChunkAppender(DuckDBNativeConnection connection, string table)
    {
        this.table = table;
        var state = NativeMethods.Appender.DuckDBAppenderCreateExt(connection, "temp", "main", table, out appender);
        Check(state);
        columns = new DuckDBType[NativeMethods.Appender.DuckDBAppenderColumnCount(appender)];
        for (var at = 0; at < columns.Length; at++)
        {
            using var type = NativeMethods.Appender.DuckDBAppenderColumnType(appender, (ulong)at);
            columns[at] = NativeMethods.LogicalType.DuckDBGetTypeId(type);
            if (columns[at] is not (DuckDBType.BigInt or DuckDBType.Varchar))
            {
                throw new StarException($"column {at + 1} of {table} is {columns[at]}: make it bigint or varchar.");
            }
        }
    }

    /// <summary>By column, whether it takes text.</summary>
    public bool[] IsText => Array.ConvertAll(columns, type => type == DuckDBType.Varchar);

    /// <summary>Rows appended so far.</summary>
    public long Rows { get; private set; }

    /// <summary>An empty one, freed with this appender.</summary>
    public StarChunk NewChunk()
    {
        var chunk = new StarChunk(columns);
        made.Add(chunk);
        return chunk;
    }

    /// <summary>Takes the rows of a chunk and leaves it empty.</summary>
    public void Append(StarChunk chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (chunk.Rows > 0)
        {
            chunk.Seal();
            Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk.Native));
            Rows += chunk.Rows;
            chunk.Clear();
        }
    }

    /// <summary>Afterwards all rows are in the table.</summary>
    public void Complete() => Check(NativeMethods.Appender.DuckDBAppenderClose(appender));

    public void Dispose()
    {
        foreach (var chunk in made)
        {
            chunk.Dispose();
        }

        appender.Dispose();
    }

    private void Check(DuckDBState state)
    {
        if (state == DuckDBState.Error)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
            var message = NativeMethods.ErrorData.DuckDBErrorDataMessage(error);
            throw new StarException($"rows cannot be appended to {table} ({message}).");
        }
    }
}
