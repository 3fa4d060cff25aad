using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>Reads the rows of a query chunk by chunk, as DuckDB's own vectors: nothing is boxed, and no more than some
/// chunks are in memory.</summary>
internal sealed class ChunkReader : IDisposable
{
    private readonly DuckDBPreparedStatement statement;
    private DuckDBResult result;
    private DuckDBDataChunk? chunk;

    public ChunkReader(DuckDBNativeConnection connection, string sql)
    {
        if (NativeMethods.PreparedStatements.DuckDBPrepare(connection, sql, out statement) == DuckDBState.Error)
        {
            var message = NativeMethods.PreparedStatements.DuckDBPrepareError(statement);
            statement.Dispose();
            throw Unreadable(message);
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

    /// <summary>Goes to the next chunk; false after the last.</summary>
    /// <exception cref="StarException">The engine failed on the way.</exception>
    public bool Next()
    {
        chunk?.Dispose();
        chunk = NativeMethods.Query.DuckDBFetchChunk(result);
        if (!chunk.IsInvalid)
        {
            Rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            return Rows > 0;
        }

        Rows = 0;
        var message = NativeMethods.Query.DuckDBResultError(ref result);
        return string.IsNullOrEmpty(message) ? false : throw Unreadable(message);
    }

    /// <summary>The cells of a column, as long as the chunk is not left.</summary>
    public nint Vector(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk!, column);

    /// <summary>The type of a column, to be disposed by the caller.</summary>
    public DuckDBLogicalType ColumnType(int column) =>
        NativeMethods.Query.DuckDBColumnLogicalType(ref result, column);

    public void Dispose()
    {
        chunk?.Dispose();
        NativeMethods.Query.DuckDBDestroyResult(ref result);
        statement.Dispose();
    }

    private static StarException Unreadable(string? message) =>
        new($"rows cannot be read ({message?.Split('\n')[0]}).");
}
