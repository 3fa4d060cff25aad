using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Appender = DuckDB.NET.Native.DuckDBAppender;

namespace Analytics.Star;

/// <summary>Rows of a reader on their way into the table <c>answer</c> of another instance, chunk by chunk.</summary>
internal sealed unsafe class AnswerChunk : IDisposable
{
    private readonly RowColumnType[] types;
    private readonly DuckDBDataChunk chunk;

    private AnswerChunk(IReadOnlyList<RowColumn> columns)
    {
        types = [.. columns.Select(column => column.Type)];
        var made = types.Select(TypeOf).ToList();
        chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(
            [.. made.Select(type => type.DangerousGetHandle())], (ulong)made.Count);
        made.ForEach(type => type.Dispose());
    }

    /// <summary>Appends all that is left of the reader.</summary>
    public static void Append(DuckDBConnection connection, IReadOnlyList<RowColumn> columns, RowReader rows)
    {
        var state = NativeMethods.Appender.DuckDBAppenderCreateExt(
            connection.NativeConnection, "memory", "main", "answer", out var appender);
        using (appender)
        {
            Check(appender, state);
            using var chunk = new AnswerChunk(columns);
            while (rows.Next())
            {
                chunk.Fill(rows);
                Check(appender, NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk.chunk));
            }

            Check(appender, NativeMethods.Appender.DuckDBAppenderClose(appender));
        }
    }

    public void Dispose() => chunk.Dispose();

    private static DuckDBLogicalType TypeOf(RowColumnType type) => type switch
    {
        RowColumnType.Text => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar),
        RowColumnType.Date => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Date),
        RowColumnType.Whole => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt),
        RowColumnType.Figure => NativeMethods.LogicalType.DuckDBCreateDecimalType(38, CellReader.FigureScale),
        RowColumnType.Flag => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Boolean),
    };

    private static void Check(Appender appender, DuckDBState state)
    {
        if (state == DuckDBState.Error)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(appender);
            throw new StarException(
                $"rows cannot be appended to a file ({NativeMethods.ErrorData.DuckDBErrorDataMessage(error)}).");
        }
    }

    private void Fill(RowReader rows)
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        for (var at = 0; at < types.Length; at++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, at);
            Fill(types[at], rows.Cell(at), vector, rows.Rows);
        }

        NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows.Rows);
    }

    private static void Fill(RowColumnType type, CellReader from, nint vector, int rows)
    {
        if (from.Valid is not null)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            var words = (rows + 63) / 64;
            new ReadOnlySpan<ulong>(from.Valid, words).CopyTo(
                new(NativeMethods.Vectors.DuckDBVectorGetValidity(vector), words));
        }

        var cells = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        switch (type)
        {
            case RowColumnType.Text:
                FillText(from, vector, rows);
                break;
            case RowColumnType.Figure:
                for (var row = 0; row < rows; row++)
                {
                    ((Int128*)cells)[row] = from.IsNull(row) ? 0 : from.Figure(row);
                }

                break;
            default:
                var bytes = rows * (type == RowColumnType.Flag ? 1 : type == RowColumnType.Date ? 4 : 8);
                new ReadOnlySpan<byte>(from.Raw, bytes).CopyTo(new(cells, bytes));
                break;
        }
    }

    private static void FillText(CellReader from, nint vector, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            if (!from.IsNull(row))
            {
                var text = from.Text(row);
                var none = (byte)0;
                fixed (byte* bytes = text)
                {
                    NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(
                        vector, (ulong)row, bytes is null ? &none : bytes, text.Length);
                }
            }
        }
    }
}
