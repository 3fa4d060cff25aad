using System.Globalization;
using Analytics.Fixtures;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Analytics.Star.Tests;

/// <summary>Tables written as Arrow files and read back with Arrow's own reader, cell by cell beside DuckDB's.
/// </summary>
public sealed class ArrowFileTests : IAsyncLifetime, IDisposable
{
    /// <summary>More rows than a batch and a chunk hold, nulls at odd places, texts inside the cell and outside.
    /// </summary>
    private const string Mixed = """
        create temp table mixed as
        select
            (range * 7919) as big,
            if(range % 3 = 0, null, (range % 2000 - 1000)::integer) as whole,
            (range % 300 - 150)::smallint as small,
            (range % 100 - 50)::tinyint as tiny,
            if(range % 5 = 0, null, range % 2 = 0) as flag,
            (range - 50000)::double / 8 as real,
            if(range % 11 = 0, null, ((range - 50000) * 0.0001)::decimal(18, 4)) as amount,
            ((range % 9999 - 5000) * 0.01)::decimal(4, 2) as small_amount,
            ((range - 50000) * 0.01)::decimal(9, 2) as middle_amount,
            ((range - 50000)::decimal(38, 6) * 1000000000000000) as wide_amount,
            date '1969-12-01' + (range % 40000)::integer as day,
            if(
                range % 13 = 0, null, timestamp '1969-12-31 23:59:59.999999' + to_microseconds(range * 999983)
            ) as moment,
            if(range % 17 = 0, null, repeat('字', (range % 23)::integer)) as remark_no,
            if(range % 19 = 0, null, 'kind ' || (range % 300)) as kind_code,
            'one' as only_name,
        from range(%)
        """;

    private readonly TempFolder temp = new();
    private StarSession session = null!;

    public async Task InitializeAsync()
    {
        var folder = new StarFolder(temp.File("star"));
        var sample = await SampleStar.BuildAsync(folder, new() { Days = 40 }, TimeProvider.System);
        session = await StarSession.OpenAsync(folder, sample.Manifest, new(), default);
    }

    public async Task DisposeAsync() => await session.DisposeAsync();

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(65_536)]
    [InlineData(150_001)]
    public async Task Every_cell_of_every_type_reads_back_as_DuckDB_has_it(int rows)
    {
        await session.ExecuteAsync(
            Mixed.Replace("%)", rows.ToString(CultureInfo.InvariantCulture) + ")", StringComparison.Ordinal), default);

        var (schema, batches) = await WriteAsync("mixed", rows);

        schema.FieldsList.Select(field => field.DataType.TypeId).Should().Equal(
            ArrowTypeId.Int64, ArrowTypeId.Int32, ArrowTypeId.Int16, ArrowTypeId.Int8, ArrowTypeId.Boolean,
            ArrowTypeId.Double, ArrowTypeId.Decimal128, ArrowTypeId.Decimal128, ArrowTypeId.Decimal128,
            ArrowTypeId.Decimal128, ArrowTypeId.Date32, ArrowTypeId.Timestamp, ArrowTypeId.String,
            ArrowTypeId.Dictionary, ArrowTypeId.Dictionary);
        schema.GetFieldByName("amount").DataType.Should().BeEquivalentTo(new { Precision = 18, Scale = 4 });
        schema.GetFieldByName("moment").DataType.Should().BeEquivalentTo(
            new { Unit = TimeUnit.Microsecond, Timezone = "UTC" });
        schema.GetFieldByName("kind_code").DataType.As<DictionaryType>().IndexType.TypeId
            .Should().Be(ArrowTypeId.Int32);
        batches.Should().OnlyContain(batch => batch.Length <= 65_536);
        await ShouldEqualAsync("mixed", batches);
    }

    [Fact]
    public async Task Every_table_of_a_generation_reads_back_as_DuckDB_has_it()
    {
        foreach (var table in StarSchema.Tables)
        {
            var count = (long)(await Query.RowsAsync(session.Connection, $"select count(*) from {table.Name}"))[0][0]!;

            var (_, batches) = await WriteAsync(table.Name, count);

            await ShouldEqualAsync(table.Name, batches);
        }
    }

    [Fact]
    public async Task A_batch_ends_early_where_texts_are_long_and_types_without_a_form_are_refused()
    {
        await session.ExecuteAsync(
            "create temp table long_text as select repeat('x', 40000) as note from range(6000)", default);
        await session.ExecuteAsync("create temp table odd as select interval 1 day as gap", default);

        var (_, batches) = await WriteAsync("long_text", 6000);
        var odd = () => WriteAsync("odd", 1);

        batches.Should().HaveCount(3);
        batches.Sum(batch => batch.Length).Should().Be(6000);
        (await odd.Should().ThrowAsync<StarException>()).Which.Message.Should().Contain("gap").And.Contain("Interval");
    }

    [Fact]
    public async Task A_slice_has_the_types_and_the_dictionary_of_the_whole()
    {
        var columns = await ColumnsAsync("fact_sales");
        var file = new ArrowFile(session, "fact_sales", columns);
        var schemas = new List<Schema>();
        foreach (var month in new[] { 202301, 202302, 209901 })
        {
            var path = temp.File($"{month}.arrow");
            var rows = await file.WriteAsync(path, $" where month_key = {month}", default);
            var (schema, batches) = await ReadAsync(path);
            batches.Sum(batch => batch.Length).Should().Be((int)rows);
            schemas.Add(schema);
            batches[0].Column("document_kind").As<DictionaryArray>().Dictionary.As<StringArray>().Length.Should().Be(4);
        }

        schemas.Select(Text).Distinct().Should().ContainSingle();

        static string Text(Schema schema) => string.Join(
            ", ", schema.FieldsList.Select(field => $"{field.Name} {field.DataType.Name} {field.DataType.TypeId}"));
    }

    private static async Task<(Schema Schema, List<RecordBatch> Batches)> ReadAsync(string path)
    {
        await using var stream = File.OpenRead(path);
        using var reader = new ArrowFileReader(stream);
        var batches = new List<RecordBatch>();
        while (await reader.ReadNextRecordBatchAsync() is { } batch)
        {
            batches.Add(batch);
        }

        return (reader.Schema, batches);
    }

    private static object? Cell(IArrowArray array, int row) => array switch
    {
        Int64Array cells => cells.GetValue(row),
        Int32Array cells => cells.GetValue(row),
        Int16Array cells => cells.GetValue(row),
        Int8Array cells => cells.GetValue(row),
        BooleanArray cells => cells.GetValue(row),
        DoubleArray cells => cells.GetValue(row),
        Decimal128Array cells => cells.GetValue(row),
        Date32Array cells => cells.GetDateOnly(row),
        TimestampArray cells => cells.GetTimestamp(row)?.UtcDateTime,
        StringArray cells => cells.GetString(row),
        DictionaryArray cells => cells.IsNull(row)
            ? null
            : Cell(cells.Dictionary, cells.Indices.As<Int32Array>().GetValue(row)!.Value),
        _ => throw new NotSupportedException(array.Data.DataType.Name),
    };

    private async Task<(Schema Schema, List<RecordBatch> Batches)> WriteAsync(string table, long rows)
    {
        var file = new ArrowFile(session, table, await ColumnsAsync(table));
        var path = temp.File(table + ".arrow");
        (await file.WriteAsync(path, "", default)).Should().Be(rows);
        await file.DropAsync(default);
        return await ReadAsync(path);
    }

    private async Task<IReadOnlyList<ExportedColumn>> ColumnsAsync(string table) => await session.QueryAsync(
        $"select column_name, column_type from (describe {table})",
        row => new ExportedColumn(row.GetString(0), row.GetString(1)), 1000, default);

    private async Task ShouldEqualAsync(string table, List<RecordBatch> batches)
    {
        await using var command = session.Connection.CreateCommand();
        command.CommandText = $"from {table}";
        await using var reader = await command.ExecuteReaderAsync();
        foreach (var batch in batches)
        {
            for (var row = 0; row < batch.Length; row++)
            {
                (await reader.ReadAsync()).Should().BeTrue();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var expected = await reader.IsDBNullAsync(column) ? null : reader.GetValue(column);
                    if (!Equals(Cell(batch.Column(column), row), expected))
                    {
                        Cell(batch.Column(column), row).Should().Be(
                            expected, "that is {0}.{1} of row {2}", table, reader.GetName(column), row);
                    }
                }
            }
        }

        (await reader.ReadAsync()).Should().BeFalse();
    }
}
