using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Fixtures;
using Analytics.Reports.Export;
using ClosedXML.Excel;

namespace Analytics.Reports.Tests.Export;

public sealed class ReportFileTests(Company company) : IClassFixture<Company>
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Fact]
    public async Task Json_holds_every_cell_exactly()
    {
        var result = await AnswerAsync();
        using var json = JsonDocument.Parse(await BytesAsync(result, ExportFormat.Json, Chinese));
        var root = json.RootElement;
        root.EnumerateObject().Select(property => property.Name).Should().Equal(
            "report", "title", "generation", "complete_to", "params", "windows", "columns", "rows", "totals", "notes",
            "relation", "elapsed_ms");
        root.GetProperty("columns")[0].GetProperty("label").GetProperty("zh").GetString().Should().Be("门店编码");
        root.GetProperty("params").GetProperty("compare")[0].GetString().Should().Be("last_year");
        root.GetProperty("params").GetProperty("from_date").GetString().Should().Be("2024-01-01");
        var rows = root.GetProperty("rows").EnumerateArray().Append(root.GetProperty("totals")).ToList();
        var expected = result.Rows.Append(result.Totals!).ToList();
        rows.Should().HaveCount(expected.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].EnumerateArray().Select((cell, at) => Value(cell, result.Columns[at].Type))
                .Should().Equal(expected[i]);
        }
    }

    [Fact]
    public async Task Csv_is_the_same_rows_with_a_mark_and_line_ends_of_the_standard()
    {
        var result = await AnswerAsync();
        var bytes = await BytesAsync(result, ExportFormat.Csv, English);
        bytes[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines[^1].Should().BeEmpty();
        lines[0].Should().StartWith("Store code,Store,Period,Quantity sold,Net sales,")
            .And.Contain("\"Net sales, last year\"");
        lines[1..^1].Select(line => line.Split(',')).Should().HaveCount(result.Rows.Count + 1)
            .And.OnlyContain(fields => fields.Length == result.Columns.Count);
        decimal.Parse(lines[1].Split(',')[4], CultureInfo.InvariantCulture).Should().Be((decimal)result.Rows[0][4]!);
    }

    [Fact]
    public async Task Text_that_would_run_in_a_spreadsheet_is_neutral_and_numbers_stay()
    {
        var result = Traps();
        var text = Encoding.UTF8.GetString(await BytesAsync(result, ExportFormat.Csv, English));
        text.Should().Contain("'=1+1,-5.5\r\n").And.Contain("'@SUM(A1),0\r\n").And.Contain("'-2,1\r\n")
            .And.Contain("\"'\tx\",1\r\n".Replace("\"", "", StringComparison.Ordinal))
            .And.Contain("\"a\"\"b,\nc\",2\r\n");
        using var book = await BookAsync(result, English);
        var list = book.Worksheet("List");
        for (var i = 0; i < result.Rows.Count; i++)
        {
            var cell = list.Cell(i + 2, 1);
            cell.HasFormula.Should().BeFalse();
            cell.DataType.Should().Be(XLDataType.Text);
            cell.GetString().ReplaceLineEndings("\n").Should().Be((string)result.Rows[i][0]!);
            list.Cell(i + 2, 2).DataType.Should().Be(XLDataType.Number);
        }
    }

    [Fact]
    public async Task Xlsx_reads_back_as_the_answer()
    {
        var result = await AnswerAsync();
        using var book = await BookAsync(result, Chinese);
        book.Worksheets.Select(sheet => sheet.Name).Should().Equal("报表", "清单", "参数");
        var seen = book.Worksheet("报表");
        seen.Cell(1, 1).GetString().Should().Be("同比毛利");
        var top = seen.Column(1).CellsUsed().Single(cell => cell.GetString() == "门店编码").Address.RowNumber;
        seen.SheetView.SplitRow.Should().Be(top + 1);
        seen.SheetView.SplitColumn.Should().Be(3);
        (seen.PageSetup.FirstRowToRepeatAtTop, seen.PageSetup.LastRowToRepeatAtTop).Should().Be((top, top + 1));
        AssertRows(seen, top + 1, result, [.. result.Rows, result.Totals!]);
        var list = book.Worksheet("清单");
        list.Row(1).CellsUsed().Select(cell => cell.GetString())
            .Should().Equal(result.Columns.Select(column => column.Label.Zh));
        AssertRows(list, 1, result, result.Rows);
        list.LastRowUsed().RowNumber().Should().Be(result.Rows.Count + 1);
        var parameters = book.Worksheet("参数");
        parameters.Column(1).CellsUsed().Select(cell => cell.GetString())
            .Should().Contain(["generation", "grain", "from_date"]);
        parameters.Column(2).CellsUsed().Select(cell => cell.GetString())
            .Should().Contain([result.Generation, "2024-01-01"]);
    }

    [Fact]
    public async Task A_table_is_aligned_where_Chinese_is_two_wide()
    {
        var result = await AnswerAsync();
        var bytes = await BytesAsync(result, ExportFormat.Table, Chinese);
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n');
        lines[0].Should().Be("同比毛利");
        lines.Should().Contain(line => line.StartsWith("数据截至 2025-03-10 22:00 +08:00", StringComparison.Ordinal));
        var rule = lines[6];
        rule.Should().MatchRegex("^-+$");
        lines[5..(8 + result.Rows.Count)].Select(TableFile.WidthOf).Should().OnlyContain(width => width <= rule.Length);
        TableFile.WidthOf(lines[5]).Should().Be(rule.Length);
        TableFile.WidthOf("门店ab，").Should().Be(8);
        TableFile.WidthOf("e\u0301").Should().Be(1);
    }

    [Fact]
    public async Task A_table_puts_each_comparison_below_the_current_figures_with_every_number()
    {
        var result = await AnswerAsync();
        var text = Encoding.UTF8.GetString(await BytesAsync(result, ExportFormat.Table, Chinese));
        var blocks = text.TrimEnd('\n').Split("\n\n").Skip(1).Select(block => block.Split('\n')).ToList();
        blocks.Should().HaveCount(result.Windows.Count);
        foreach (var (window, block) in result.Windows.Skip(1).Zip(blocks.Skip(1)))
        {
            block[0].Should().StartWith(window.Label.Zh);
            var rule = block[2].Length;
            block[..2].Select(TableFile.WidthOf).Should().OnlyContain(width => width == rule);
            var places = Enumerable.Range(0, result.Columns.Count).Where(i => result.Columns[i].Window == window.Key);
            foreach (var (row, line) in result.Rows.Zip(block.Skip(3)))
            {
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().ContainInOrder(
                    places.Select(i => CellText.Shown(row[i], result.Columns[i], Chinese))
                        .Where(cell => cell.Length > 0));
            }
        }
    }

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    [InlineData(ExportFormat.Table)]
    [InlineData(ExportFormat.Html)]
    [InlineData(ExportFormat.Pdf)]
    [InlineData(ExportFormat.Png)]
    [InlineData(ExportFormat.Svg)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Arrow)]
    public async Task An_answer_without_rows_is_a_file_too_and_the_stream_stays_open(ExportFormat format)
    {
        var result = await company.AnswerAsync("from_date=2001-01-01", "to_date=2001-01-31");
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(
            result, format, new ExportOptions(English, Path.GetTempPath()), file, CancellationToken.None);
        file.CanWrite.Should().BeTrue();
        file.Length.Should().BePositive();
    }

    private Task<ReportResult> AnswerAsync() => company.AnswerAsync(
        "by=store", "grain=month", "from_date=2024-01-01", "to_date=2024-04-10", "compare=last_year,previous");

    private static ReportResult Traps() => new()
    {
        Report = "x",
        Title = new("题", "=title"),
        Generation = "g",
        CompleteTo = DateTimeOffset.UnixEpoch,
        Params = new Dictionary<string, object?>(),
        Columns =
        [
            new("name", ColumnType.Text, new("名", "Name"), ""),
            new("amount", ColumnType.Decimal, new("额", "Amount"), "CNY"),
        ],
        Rows =
        [
            ["=1+1", -5.5m], ["@SUM(A1)", 0m], ["-2", 1m], ["\tx", 1m], ["a\"b,\nc", 2m], ["007", 3m],
            ["'q", 4m], ["1E5", 5m],
            ["2024-01-02", 6m], ["TRUE", 7m],
        ],
    };

    private static void AssertRows(IXLWorksheet sheet, int head, ReportResult result, IReadOnlyList<object?[]> rows)
    {
        for (var column = 0; column < result.Columns.Count; column++)
        {
            for (var row = 0; row < rows.Count; row++)
            {
                var cell = sheet.Cell(head + 1 + row, column + 1);
                object? value = rows[row][column] switch
                {
                    decimal => (decimal)cell.GetDouble(),
                    long => (long)cell.GetDouble(),
                    DateOnly => DateOnly.FromDateTime(cell.GetDateTime()),
                    _ => cell.GetString(),
                };
                value.Should().Be(rows[row][column] ?? "");
            }
        }
    }

    private static object? Value(JsonElement cell, ColumnType type) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => cell.GetDecimal(),
        _ => type == ColumnType.Date
            ? DateOnly.ParseExact(cell.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell.GetString(),
    };

    private static async Task<byte[]> BytesAsync(ReportResult result, ExportFormat format, CultureInfo culture)
    {
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(
            result, format, new ExportOptions(culture, Path.GetTempPath()), file, CancellationToken.None);
        return file.ToArray();
    }

    private static async Task<XLWorkbook> BookAsync(ReportResult result, CultureInfo culture) =>
        new(PlainWorkbook.Of(await BytesAsync(result, ExportFormat.Xlsx, culture)));
}
