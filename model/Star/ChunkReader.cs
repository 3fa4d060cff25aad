using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>Reads the rows of a query chunk by chunk, as DuckDB's own vectors: nothing is boxed, and no more than some
/// chunks are in memory.</summary>
internal sealed class ChunkReader : IDisposable
{
    private readonly DuckDBPreparedStatement statement;
    private readonly Queue<DuckDBDataChunk> held = [];
    private DuckDBResult result;
    private DuckDBDataChunk? chunk;
    private bool isDone;

    public ChunkReader(DuckDBNativeConnection connection, string sql)
        : this(connection, sql, new Dictionary<string, object?>())
    {
    }

    /// <param name="connection">Reads nothing else as long as this is not disposed.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="values">By the names of its parameters.</param>
    public ChunkReader(DuckDBNativeConnection connection, string sql, IReadOnlyDictionary<string, object?> values)
    {
        if (NativeMethods.PreparedStatements.DuckDBPrepare(connection, sql, out statement) == DuckDBState.Error)
        {
            var message = NativeMethods.PreparedStatements.DuckDBPrepareError(statement);
            statement.Dispose();
            throw Unreadable(message);
        }

        try
        {
            BoundValue.Bind(statement, values);
        }
        catch
        {
            statement.Dispose();
            throw;
        }

        if (NativeMethods.PreparedStatements.DuckDBExecutePreparedStreaming(statement, out result)
            == DuckDBState.Error)
        {
            var message = NativeMethods.Query.DuckDBResultError(ref result);
            Dispose();
            throw Unreadable(message);
        }
    }

    /// <summary>Rows of the chunk.</summary>
    public int Rows { get; private set; }

    public int Columns => (int)NativeMethods.Query.DuckDBColumnCount(ref result);

    /// <summary>Goes to the next chunk; false after the last.</summary>
    /// <exception cref="StarException">The engine failed on the way.</exception>
    public bool Next()
    {
        chunk?.Dispose();
        chunk = held.TryDequeue(out var first) ? first : Fetch();
        Rows = chunk is null ? 0 : RowsOf(chunk);
        return chunk is not null;
    }

    /// <summary>Whether more than so many rows are left. So many, and a chunk more, are held for it.</summary>
    /// <exception cref="StarException">The engine failed on the way.</exception>
    public bool HasMoreThan(int rows)
    {
        var ahead = held.Sum(RowsOf);
        while (ahead <= rows && Fetch() is { } fetched)
        {
            held.Enqueue(fetched);
            ahead += RowsOf(fetched);
        }

        return ahead > rows;
    }

    /// <summary>The cells of a column, as long as the chunk is not left.</summary>
    public nint Vector(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk!, column);

    /// <summary>The type of a column, to be disposed by the caller.</summary>
    public DuckDBLogicalType ColumnType(int column) =>
        NativeMethods.Query.DuckDBColumnLogicalType(ref result, column);

    public void Dispose()
    {
        chunk?.Dispose();
        while (held.TryDequeue(out var ahead))
        {
            ahead.Dispose();
        }

        NativeMethods.Query.DuckDBDestroyResult(ref result);
        statement.Dispose();
    }

    private static int RowsOf(DuckDBDataChunk chunk) =>
        (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);

    /// <summary>The next that has rows; null after the last.</summary>
    private DuckDBDataChunk? Fetch()
    {
        if (isDone)
        {
            return null;
        }

        var fetched = NativeMethods.Query.DuckDBFetchChunk(result);
        if (!fetched.IsInvalid && RowsOf(fetched) > 0)
        {
            return fetched;
        }

        isDone = true;
        var isInvalid = fetched.IsInvalid;
        fetched.Dispose();
        var message = isInvalid ? NativeMethods.Query.DuckDBResultError(ref result) : null;
        return string.IsNullOrEmpty(message) ? null : throw Unreadable(message);
    }

    private static StarException Unreadable(string? message) =>
        new($"rows cannot be read ({message?.Split('\n')[0]}).");
}
