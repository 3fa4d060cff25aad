using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>The rows of a query, read once and as they come from the engine: what was read is let go of.</summary>
/// <remarks>Columns are boolean, bigint, decimal, double, date or varchar; the statement casts others.</remarks>
public sealed class RowReader : IDisposable
{
    private readonly ChunkReader chunks;
    private readonly CancellationTokenRegistration stop;
    private readonly CancellationToken ct;
    private readonly CellReader[] cells;

    private RowReader(ChunkReader chunks, CancellationTokenRegistration stop, CancellationToken ct)
    {
        (this.chunks, this.stop, this.ct) = (chunks, stop, ct);
        cells = [.. Enumerable.Range(0, chunks.Columns).Select(at => CellOf(chunks, at))];
    }

    /// <summary>Rows of the chunk.</summary>
    public int Rows => chunks.Rows;

    internal ChunkReader Chunks => chunks;

    internal CellReader Cell(int column) => cells[column];

    /// <param name="lease">Reads nothing else as long as the reader is not disposed.</param>
    /// <param name="sql">One statement.</param>
    /// <param name="values">By the names of its parameters: null, string, DateOnly, long, decimal, bool or a list of
    /// string.</param>
    /// <param name="ct">Interrupts the engine.</param>
    /// <exception cref="StarException">The engine refuses the statement.</exception>
    public static RowReader Open(
        StarLease lease, string sql, IReadOnlyDictionary<string, object?> values, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(values);
        var connection = ((DuckDBConnection)lease.Connection).NativeConnection;
        ct.ThrowIfCancellationRequested();
        var stop = ct.Register(() => NativeMethods.Startup.DuckDBInterrupt(connection));
        ChunkReader? chunks = null;
        try
        {
            chunks = new ChunkReader(connection, sql, values);
            return new RowReader(chunks, stop, ct);
        }
        catch (Exception e)
        {
            chunks?.Dispose();
            stop.Dispose();
            if (e is StarException)
            {
                ct.ThrowIfCancellationRequested();
            }

            throw;
        }
    }

    /// <summary>Whether more than so many rows are left; they are held for it.</summary>
    /// <exception cref="StarException">The engine failed on the way.</exception>
    public bool HasMoreThan(int rows) => Stopping(() => chunks.HasMoreThan(rows));

    /// <summary>Goes to the next chunk; false after the last.</summary>
    /// <exception cref="StarException">The engine failed on the way.</exception>
    public bool Next()
    {
        if (!Stopping(chunks.Next))
        {
            return false;
        }

        for (var at = 0; at < cells.Length; at++)
        {
            cells[at].Take(chunks.Vector(at));
        }

        return true;
    }

    /// <summary>One cell of the chunk: null, string, DateOnly, long, decimal or bool.</summary>
    public object? Value(int column, int row) => cells[column].Value(row);

    public void Dispose()
    {
        stop.Dispose();
        chunks.Dispose();
    }

    private static CellReader CellOf(ChunkReader chunks, int at)
    {
        using var type = chunks.ColumnType(at);
        return new CellReader(type);
    }

    /// <summary>What the token interrupted ends as a cancellation.</summary>
    private bool Stopping(Func<bool> step)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return step();
        }
        catch (StarException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
    }
}
