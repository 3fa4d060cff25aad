using DuckDB.NET.Native;

namespace Analytics.Star;

/// <summary>Some thousand rows on their way into a table, column by column in DuckDB's own vectors: set every cell of a
/// row, then <see cref="EndRow"/>.</summary>
/// <remarks>Belongs to the <see cref="ChunkAppender"/> that made it; any one thread may fill it.</remarks>
public sealed unsafe class StarChunk : IDisposable
{
    /// <summary>Rows of long texts are sent on before the chunk is full: so many bytes wait in one at most, and one
    /// text more.</summary>
    private const int MostTextBytes = 4 << 20;

    private readonly DuckDBDataChunk chunk;
    private readonly nint[] vectors;
    private readonly nint[] cells;
    private int textBytes;

    internal StarChunk(IReadOnlyList<DuckDBType> columns)
    {
        var types = columns.Select(NativeMethods.LogicalType.DuckDBCreateLogicalType).ToList();
        chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(
            [.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Count);
        types.ForEach(type => type.Dispose());
        vectors = new nint[columns.Count];
        cells = new nint[columns.Count];
        Locate();
    }

    /// <summary>Rows ended so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Nothing more may be set until it was appended.</summary>
    public bool IsFull => Rows == Capacity || textBytes >= MostTextBytes;

    internal DuckDBDataChunk Native => chunk;

    private static int Capacity { get; } = (int)NativeMethods.Helpers.DuckDBVectorSize();

    public void Set(int column, long value) => ((long*)cells[column])[Rows] = value;

    /// <param name="column">Of text.</param>
    /// <param name="utf8">Is copied.</param>
    public void Set(int column, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            var none = (byte)0;
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(
                vectors[column], (ulong)Rows, bytes is null ? &none : bytes, utf8.Length);
        }

        textBytes += utf8.Length;
    }

    public void EndRow() => Rows++;

    public void Dispose() => chunk.Dispose();

    internal void Seal() => NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)Rows);

    internal void Clear()
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        (Rows, textBytes) = (0, 0);
        Locate();
    }

    /// <summary>A reset may give a vector other memory.</summary>
    private void Locate()
    {
        for (var at = 0; at < vectors.Length; at++)
        {
            vectors[at] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, at);
            cells[at] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vectors[at]);
        }
    }
}
