using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using DuckDB.NET.Data;

namespace Analytics.Star;

/// <summary>Rows of an answer as a typed file for other programs.</summary>
/// <remarks>Figures are decimals of ten places in every file, whatever they are of, so that a column has one type
/// however its figures turn out.</remarks>
public static class RowFile
{
    private const int Precision = 38;
    private const int Scale = CellReader.FigureScale;
    private const int MostTextBytes = 32 << 20;
    private const int RowsOfBatch = 65_536;

    /// <summary>Writes an Arrow IPC file.</summary>
    /// <param name="columns">Their labels and units become metadata of the fields.</param>
    /// <param name="rows">Cells are null, string, DateOnly, long, decimal or bool.</param>
    /// <param name="facts">What the file is of: metadata of the schema.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops.</param>
    public static async Task WriteArrowAsync(
        IReadOnlyList<RowColumn> columns, IEnumerable<object?[]> rows, IReadOnlyDictionary<string, string> facts,
        Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var schema = new Schema(columns.Select(FieldOf), facts);
        using var writer = new ArrowFileWriter(target, schema, leaveOpen: true);
        await writer.WriteStartAsync(ct);
        foreach (var some in rows.Chunk(RowsOfBatch))
        {
            var arrays = columns.Select((column, at) => Array(column.Type, some, at)).ToList();
            using var batch = new RecordBatch(schema, arrays, some.Length);
            await writer.WriteRecordBatchAsync(batch, ct);
        }

        await writer.WriteEndAsync(ct);
    }

    /// <summary>Writes an Arrow IPC file of rows as they come; a batch of them is held.</summary>
    /// <param name="columns">In the order of the reader's columns.</param>
    /// <param name="rows">Read to their end.</param>
    /// <param name="facts">What the file is of: metadata of the schema.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops.</param>
    public static async Task WriteArrowAsync(
        IReadOnlyList<RowColumn> columns, RowReader rows, IReadOnlyDictionary<string, string> facts, Stream target,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var filled = columns.Select((column, at) => Filled(rows, column, at)).ToList();
        var schema = new Schema(filled.Select(column => column.Field), facts);
        using var writer = new ArrowFileWriter(target, schema, leaveOpen: true);
        await writer.WriteStartAsync(ct);
        while (rows.Next())
        {
            if (filled[0].Rows + rows.Rows > RowsOfBatch || filled.Exists(column => column.TextBytes > MostTextBytes))
            {
                await FlushAsync();
            }

            for (var at = 0; at < filled.Count; at++)
            {
                filled[at].Append(rows.Chunks.Vector(at), rows.Rows);
            }
        }

        if (filled[0].Rows > 0)
        {
            await FlushAsync();
        }

        await writer.WriteEndAsync(ct);

        async Task FlushAsync()
        {
            using var batch = new RecordBatch(schema, filled.Select(column => column.Build()), filled[0].Rows);
            await writer.WriteRecordBatchAsync(batch, ct);
            filled.ForEach(column => column.Clear());
        }
    }

    /// <summary>Writes a Parquet file, by way of one in <paramref name="tempFolder"/>.</summary>
    /// <param name="columns">Their names.</param>
    /// <param name="rows">Cells are null, string, DateOnly, long, decimal or bool.</param>
    /// <param name="tempFolder">Where the engine writes; nothing stays there.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops.</param>
    public static Task WriteParquetAsync(
        IReadOnlyList<RowColumn> columns, IEnumerable<object?[]> rows, string tempFolder, Stream target,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(target);
        return WriteParquetAsync(columns, connection => Append(connection, rows, ct), tempFolder, target, ct);
    }

    /// <summary>Writes a Parquet file of rows as they come; what of them the engine does not hold lies in
    /// <paramref name="tempFolder"/>.</summary>
    /// <param name="columns">In the order of the reader's columns.</param>
    /// <param name="rows">Read to their end.</param>
    /// <param name="tempFolder">Where the engine writes; nothing stays there.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops.</param>
    public static Task WriteParquetAsync(
        IReadOnlyList<RowColumn> columns, RowReader rows, string tempFolder, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(target);
        return WriteParquetAsync(
            columns, connection => AnswerChunk.Append(connection, columns, rows), tempFolder, target, ct);
    }

    private static async Task WriteParquetAsync(
        IReadOnlyList<RowColumn> columns, Action<DuckDBConnection> append, string tempFolder, Stream target,
        CancellationToken ct)
    {
        var folder = Path.Combine(tempFolder, "answer-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(folder);
        try
        {
            var file = Path.Combine(folder, "answer.parquet");
            var limits = new StarSessionOptions { MemoryLimit = "512MB" };
            await using (var connection = await DuckDb.OpenInstanceAsync(limits, folder, ct))
            {
                var list = string.Join(", ", columns.Select(column => $"{Quoted(column.Name)} {SqlType(column.Type)}"));
                var create = StarSchema.Files.Read("statements/create_answer.sql")
                    .Replace("column_of_answer integer", list, StringComparison.Ordinal);
                await RunAsync(connection, create, ct);
                append(connection);
                await RunAsync(connection, $"copy answer to {DuckDb.Literal(file)} (format parquet)", ct);
            }

            await using var written = File.OpenRead(file);
            await written.CopyToAsync(target, ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Append(DuckDBConnection connection, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var appender = connection.CreateAppender("answer");
        foreach (var cells in rows)
        {
            ct.ThrowIfCancellationRequested();
            var row = appender.CreateRow();
            foreach (var cell in cells)
            {
                _ = cell switch
                {
                    null => row.AppendNullValue(),
                    string text => row.AppendValue(text),
                    DateOnly date => row.AppendValue(date),
                    long whole => row.AppendValue(whole),
                    decimal figure => row.AppendValue(figure),
                    bool flag => row.AppendValue(flag),
                    _ => throw new ArgumentException(cell.GetType().Name, nameof(rows)),
                };
            }

            row.EndRow();
        }
    }

    private static async Task RunAsync(DuckDBConnection connection, string statement, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await DuckDb.RunAsync(() => command.ExecuteNonQueryAsync(ct), ct);
    }

    private static ArrowColumn Filled(RowReader rows, RowColumn column, int at)
    {
        using var type = rows.Chunks.ColumnType(at);
        return new ArrowColumn(FieldOf(column), type);
    }

    private static Field FieldOf(RowColumn column)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["label_zh"] = column.Label.Zh, ["label_en"] = column.Label.En, ["unit"] = column.Unit,
        };
        return new Field(column.Name, ArrowType(column.Type), nullable: true, said);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string SqlType(RowColumnType type) => type switch
    {
        RowColumnType.Text => "varchar",
        RowColumnType.Date => "date",
        RowColumnType.Whole => "bigint",
        RowColumnType.Figure => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision}, {Scale})"),
        RowColumnType.Flag => "boolean",
    };

    private static IArrowType ArrowType(RowColumnType type) => type switch
    {
        RowColumnType.Text => StringType.Default,
        RowColumnType.Date => Date32Type.Default,
        RowColumnType.Whole => Int64Type.Default,
        RowColumnType.Figure => new Decimal128Type(Precision, Scale),
        RowColumnType.Flag => BooleanType.Default,
    };

    private static IArrowArray Array(RowColumnType type, object?[][] rows, int at)
    {
        switch (type)
        {
            case RowColumnType.Text:
                var texts = new StringArray.Builder();
                Fill<string>(rows, at, value => texts.Append(value), () => texts.AppendNull());
                return texts.Build();
            case RowColumnType.Date:
                var dates = new Date32Array.Builder();
                Fill<DateOnly>(
                    rows, at, value => dates.Append(value.ToDateTime(TimeOnly.MinValue)), () => dates.AppendNull());
                return dates.Build();
            case RowColumnType.Whole:
                var wholes = new Int64Array.Builder();
                Fill<long>(rows, at, value => wholes.Append(value), () => wholes.AppendNull());
                return wholes.Build();
            case RowColumnType.Figure:
                var figures = new Decimal128Array.Builder(new Decimal128Type(Precision, Scale));
                Fill<decimal>(rows, at, value => figures.Append(value), () => figures.AppendNull());
                return figures.Build();
            default:
                var flags = new BooleanArray.Builder();
                Fill<bool>(rows, at, value => flags.Append(value), () => flags.AppendNull());
                return flags.Build();
        }
    }

    private static void Fill<T>(object?[][] rows, int at, Action<T> append, Action appendNull)
    {
        foreach (var row in rows)
        {
            if (row[at] is { } value)
            {
                append((T)value);
            }
            else
            {
                appendNull();
            }
        }
    }
}
