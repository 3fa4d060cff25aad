using Analytics.Fixtures;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Analytics.Star.Tests;

/// <summary>Answers as typed files.</summary>
public sealed class RowFileTests : IDisposable
{
    private static readonly RowColumn[] Columns =
    [
        new("name", RowColumnType.Text, new("名", "Name"), ""),
        new("day", RowColumnType.Date, new("日", "Day"), ""),
        new("count", RowColumnType.Whole, new("数", "Count"), ""),
        new("amount", RowColumnType.Figure, new("额", "Amount"), "CNY"),
        new("is_new", RowColumnType.Flag, new("新", "New"), ""),
    ];

    private static readonly object?[][] Rows =
    [
        ["甲\"乙'", new DateOnly(2024, 2, 29), long.MaxValue, 123456789012345678.1234567891m, true],
        [null, null, null, null, null],
        ["", new DateOnly(1900, 1, 1), -1L, -0.0000000001m, false],
    ];

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Parquet_holds_each_cell_in_its_type_and_leaves_nothing_behind()
    {
        var path = temp.File("answer.parquet");
        await using (var target = File.Create(path))
        {
            await RowFile.WriteParquetAsync(Columns, Rows, temp.File("tmp"), target, default);
        }

        using var file = await ParquetFile.OpenAsync(path, temp.File("spill"), default);
        var rows = new List<object?[]>();
        while (await file.Rows.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, file.Rows.FieldCount)
                .Select(at => file.Rows.IsDBNull(at) ? null : file.Rows.GetValue(at))]);
        }

        rows.Should().BeEquivalentTo(Rows, options => options.WithStrictOrdering());
        Enumerable.Range(0, file.Rows.FieldCount).Select(file.Rows.GetName)
            .Should().Equal(Columns.Select(column => column.Name));
        Directory.GetFileSystemEntries(temp.File("tmp")).Should().BeEmpty();
    }

    [Fact]
    public async Task Arrow_holds_each_cell_in_its_type_with_its_label()
    {
        using var stream = new MemoryStream();
        await RowFile.WriteArrowAsync(
            Columns, Rows, new Dictionary<string, string> { ["report"] = "a/b" }, stream, default);

        stream.Position = 0;
        using var reader = new ArrowFileReader(stream);
        using var batch = (await reader.ReadNextRecordBatchAsync())!;
        reader.Schema.Metadata["report"].Should().Be("a/b");
        reader.Schema.FieldsList[3].Metadata["label_zh"].Should().Be("额");
        reader.Schema.FieldsList[3].Metadata["unit"].Should().Be("CNY");
        var texts = (StringArray)batch.Column(0);
        Enumerable.Range(0, 3).Select(at => texts.GetString(at)).Should().Equal("甲\"乙'", null, "");
        var days = (Date32Array)batch.Column(1);
        Enumerable.Range(0, 3).Select(at => days.GetDateOnly(at)).Should().Equal(Rows.Select(row => (DateOnly?)row[1]));
        var counts = (Int64Array)batch.Column(2);
        Enumerable.Range(0, 3).Select(at => counts.GetValue(at)).Should().Equal(Rows.Select(row => (long?)row[2]));
        var amounts = (Decimal128Array)batch.Column(3);
        Enumerable.Range(0, 3).Select(at => amounts.GetValue(at)).Should().Equal(Rows.Select(row => (decimal?)row[3]));
        var flags = (BooleanArray)batch.Column(4);
        Enumerable.Range(0, 3).Select(at => flags.GetValue(at)).Should().Equal(Rows.Select(row => (bool?)row[4]));
    }
}
