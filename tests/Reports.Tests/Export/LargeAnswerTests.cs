using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Fixtures;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Star;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using ClosedXML.Excel;
using MiniExcelLibs;

namespace Analytics.Reports.Tests.Export;

/// <summary>Answers of more rows than are held, against the same answers held: how many are held is made small.
/// </summary>
[Collection(nameof(LivedCompany))]
public sealed partial class LargeAnswerTests(LivedCompany lived) : IDisposable
{
    private const int MostHeld = 2;

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private readonly TempFolder temp = new();

    public static TheoryData<string> Ids => [.. Catalog.Load(null).Reports
        .Where(report => !report.IsCompared).Select(report => report.Id)];

    public void Dispose() => temp.Dispose();

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_report_streamed_is_the_report_held_byte_for_byte(string id)
    {
        var held = await lived.AnswerAsync(id);
        foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Json })
        {
            var (outcome, file) = await StreamedAsync(id, format);

            if (held.Rows.Count <= MostHeld)
            {
                outcome.Should().BeOfType<ReportOutcome.Answer>().Which.Result.Rows.Should().BeEquivalentTo(
                    held.Rows, how => how.WithStrictOrdering());
                continue;
            }

            outcome.Should().BeOfType<ReportOutcome.Written>().Which.Result.Rows.Should().BeEmpty();
            Text(file).Should().Be(Text(await HeldAsync(held, format)));
        }
    }

    [Theory]
    [InlineData("sales/detail")]
    [InlineData("stock/on_hand")]
    [InlineData("customers/profitability")]
    [InlineData("stock/summary")]
    public async Task Typed_files_streamed_hold_the_cells_of_those_held(string id)
    {
        var held = await lived.AnswerAsync(id);
        held.Rows.Should().HaveCountGreaterThan(MostHeld);

        var (_, arrow) = await StreamedAsync(id, ExportFormat.Arrow);
        var (_, parquet) = await StreamedAsync(id, ExportFormat.Parquet);

        Cells(arrow).Should().BeEquivalentTo(
            Cells(await HeldAsync(held, ExportFormat.Arrow)), how => how.WithStrictOrdering());
        (await ParquetAsync(parquet)).Should().BeEquivalentTo(
            await ParquetAsync(await HeldAsync(held, ExportFormat.Parquet)), how => how.WithStrictOrdering());
    }

    [Theory]
    [InlineData("sales/detail")]
    [InlineData("customers/profitability")]
    public async Task A_workbook_streamed_is_the_list_of_the_one_held(string id)
    {
        var held = await lived.AnswerAsync(id);

        var (_, file) = await StreamedAsync(id, ExportFormat.Xlsx);

        using var small = new XLWorkbook(PlainWorkbook.Of(await HeldAsync(held, ExportFormat.Xlsx)));
        using var large = new XLWorkbook(new MemoryStream(file));
        large.Worksheets.Select(sheet => sheet.Name).Should().Equal("清单", "参数");
        var (few, many) = (small.Worksheet("清单"), large.Worksheet("清单"));
        many.SheetView.SplitRow.Should().Be(1);
        for (var row = 1; row <= held.Rows.Count + 1; row++)
        {
            for (var column = 1; column <= held.Columns.Count; column++)
            {
                var (one, other) = (many.Cell(row, column), few.Cell(row, column));
                one.DataType.Should().Be(other.DataType, "row {0}, column {1}", row, column);
                one.GetString().Should().Be(other.GetString());
                one.HasFormula.Should().BeFalse();
            }
        }

        many.LastRowUsed().RowNumber().Should().Be(held.Rows.Count + 1);
        many.Column(1).CellsUsed().Skip(1).First().Style.NumberFormat.Format
            .Should().Be(XlsxFormats.Of(held.Columns[0]));
    }

    [Fact]
    public async Task More_rows_than_a_sheet_holds_go_on_to_the_next_and_another_reader_reads_them_all()
    {
        var result = Traps();
        using var file = new MemoryStream();

        await LargeXlsxFile.WriteAsync(
            result, result.Rows, new ExportOptions(Chinese, "") { PrintedBy = "王芳", MostSheetRows = 4 }, file,
            default);

        WorkbookRules.Broken(file.ToArray()).Should().BeEmpty();
        MiniExcel.GetSheetNames(file).Should().Equal("清单", "清单 2", "清单 3", "参数");
        var read = new[] { "清单", "清单 2", "清单 3" }
            .SelectMany(sheet => MiniExcel.Query(file, useHeaderRow: true, sheetName: sheet))
            .Cast<IDictionary<string, object?>>().ToList();
        read.Select(row => ((string)row["名"]!).ReplaceLineEndings("\n"))
            .Should().Equal(result.Rows.Select(row => (string)row[0]!));
        read.Select(row => Convert.ToDecimal(row["额"], CultureInfo.InvariantCulture))
            .Should().Equal(result.Rows.Select(row => (decimal)row[1]!));
        read.Should().OnlyContain(row => DateOnly.FromDateTime((DateTime)row["日"]!) == new DateOnly(2024, 2, 29));
        using var book = new XLWorkbook(file);
        book.Worksheet("清单").Cell(2, 1).Style.IncludeQuotePrefix.Should().BeTrue();
        book.Worksheet("清单").Cell(2, 1).HasFormula.Should().BeFalse();
        var said = book.Worksheet("参数").RowsUsed()
            .ToDictionary(row => row.Cell(1).GetString(), row => row.Cell(2).GetString());
        said.Should().Contain("printed_by", "王芳").And.Contain("generation", "g").And.Contain("合计 额", "28.5");
    }

    [Fact]
    public async Task A_sheet_that_is_just_full_has_no_empty_one_behind_it()
    {
        var result = Traps();
        using var file = new MemoryStream();

        await LargeXlsxFile.WriteAsync(
            result, result.Rows, new ExportOptions(Chinese, "") { MostSheetRows = result.Rows.Count + 1 }, file,
            default);

        MiniExcel.GetSheetNames(file).Should().Equal("清单", "参数");
    }

    [Fact]
    public async Task What_compares_windows_is_refused_beyond_what_is_held_and_says_why()
    {
        var request = new ReportRequest("sales/year_on_year", new Dictionary<string, string>
        {
            ["by"] = "item", ["grain"] = "day", ["from_date"] = "2025-03-01", ["to_date"] = "2026-03-20",
        });
        var written = false;

        var outcome = await lived.Runner.RunAsync(
            request with { MostHeld = MostHeld }, Scope.Everything, (_, _) => Task.FromResult(written = true), default);

        // What is compared is held up to the bound of all answers, which this small company does not reach.
        outcome.Should().BeOfType<ReportOutcome.Answer>();
        written.Should().BeFalse();
    }

    [Theory]
    [InlineData("by=store")]
    [InlineData("by=none")]
    [InlineData("by=item")]
    public async Task A_text_without_an_order_is_ordered_by_the_engine_as_rows_that_are_held_are(string by)
    {
        var runner = Own("""
            -- title: 甲 | A
            -- grain: by_code, item_code
            -- params: by dimension = store
            -- why: 甲 | A
            select by_code, by_name, item_code, sum(net_amount) as sales_amount,
                sum(margin_amount) / nullif(sum(net_amount), 0) as margin_rate, max(business_date) as business_date
            from sales
            group by all
            """);
        var request = Large("own/a") with
        {
            Parameters = new Dictionary<string, string> { ["by"] = by[3..] },
        };

        var (_, streamed) = await StreamedAsync(runner, request, ExportFormat.Json);

        var held = (ReportOutcome.Answer)await runner.RunAsync(request, Scope.Everything, default);
        held.Result.Rows.Should().HaveCountGreaterThan(20);
        Text(streamed).Should().Be(Text(await HeldAsync(held.Result, ExportFormat.Json)));
    }

    [Theory]
    [InlineData("item", "margin_rate,sales_amount")]
    [InlineData("store", "sales_amount,stock_qty_on")]
    public async Task A_list_of_the_explorer_streamed_is_the_list_held(string by, string measures)
    {
        var query = new ExploreQuery(measures.Split(','), [by])
        {
            Range = new Dictionary<string, string> { ["from_date"] = "2026-01-01", ["to_date"] = "2026-03-20" },
        };
        var catalog = MeasureCatalog.Load(Glossary.Load());
        var held = (ReportOutcome.Answer)await new Explorer(lived.Runner, catalog)
            .RunAsync(query, Scope.Everything, default);
        held.Result.Rows.Should().HaveCountGreaterThan(MostHeld);
        foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Json })
        {
            using var file = new MemoryStream();
            var large = new Explorer(lived.Runner, catalog) { MostHeld = MostHeld };

            var outcome = await large.RunAsync(
                query, Scope.Everything,
                (stream, ct) =>
                    ReportFile.WriteAsync(stream, format, new ExportOptions(Chinese, temp.File("t")), file, ct),
                default);

            outcome.Should().BeOfType<ReportOutcome.Written>();
            // All rows of a list are of one level.
            Text(file.ToArray()).Should().Be(Text(await HeldAsync(held.Result with { Levels = null }, format)));
        }
    }

    [Fact]
    public async Task A_table_of_the_explorer_that_is_no_list_is_held_and_one_for_the_page_is_refused_when_it_is_long()
    {
        var large = new Explorer(lived.Runner, MeasureCatalog.Load(Glossary.Load())) { MostHeld = MostHeld };
        var query = new ExploreQuery(["sales_amount"], ["item"])
        {
            Range = new Dictionary<string, string> { ["period"] = "this_year" },
        };

        var refused = await large.RunAsync(query, Scope.Everything, default);
        var topped = await large.RunAsync(
            query with { Top = 5 }, Scope.Everything, (_, _) => Task.CompletedTask, default);

        refused.Should().BeOfType<ReportOutcome.Refused>().Which.Lines.Single().Message.En.Should().Contain("parquet");
        topped.Should().BeOfType<ReportOutcome.Answer>();
    }

    [Fact]
    public async Task A_text_that_fails_on_its_rows_is_refused_before_anything_is_written()
    {
        var runner = Own("""
            -- title: 甲 | A
            -- grain: document_no
            -- why: 甲 | A
            select document_no, cast(store_code as integer) as line_no from sales
            """);

        var held = await runner.RunAsync(Large("own/a"), Scope.Everything, default);
        var (streamed, file) = await StreamedAsync(runner, Large("own/a"), ExportFormat.Csv);

        file.Should().BeEmpty();
        foreach (var outcome in new[] { held, streamed })
        {
            outcome.Should().BeOfType<ReportOutcome.Refused>().Which.Lines.Single().Message.En
                .Should().Contain("the SQL of report own/a is at fault").And.Contain("Conversion Error");
        }
    }

    [Fact]
    public async Task Who_goes_away_stops_the_rows()
    {
        using var gone = new CancellationTokenSource();

        var run = () => lived.Runner.RunAsync(
            Large("sales/detail"), Scope.Everything,
            async (stream, ct) =>
            {
                foreach (var _ in stream.Rows())
                {
                    await gone.CancelAsync();
                }
            },
            gone.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        (await lived.AnswerAsync("sales/detail")).Rows.Should().NotBeEmpty("the engine serves on");
    }

    [Fact]
    public async Task The_time_limit_ends_what_comes_before_the_first_row_and_not_the_writing()
    {
        var outcome = await lived.Runner.RunAsync(
            Large("sales/detail") with { TimeLimit = TimeSpan.FromSeconds(20) }, Scope.Everything,
            (_, ct) =>
            {
                ct.CanBeCanceled.Should().BeTrue();
                return Task.CompletedTask;
            },
            default);
        var late = await lived.Runner.RunAsync(
            Large("sales/detail") with { TimeLimit = TimeSpan.Zero }, Scope.Everything,
            (_, _) => throw new InvalidOperationException("it is too late"), default);

        outcome.Should().BeOfType<ReportOutcome.Written>();
        late.Should().BeOfType<ReportOutcome.Refused>().Which.Lines.Single().Message.En.Should().Contain("took longer");
    }

    private static ReportRequest Large(string id) =>
        new(id, new Dictionary<string, string>()) { MostHeld = MostHeld };

    private ReportRunner Own(string text)
    {
        Directory.CreateDirectory(temp.File("catalog/own"));
        File.WriteAllText(temp.File("catalog/own/a.sql"), text);
        return new(
            lived.Readers, Catalog.Load([temp.File("catalog")]), Glossary.Load(),
            new FixedClock(new(2026, 3, 20, 18, 30, 0, TimeSpan.FromHours(8))), Company.Zone);
    }

    private Task<(ReportOutcome Outcome, byte[] File)> StreamedAsync(string id, ExportFormat format) =>
        StreamedAsync(lived.Runner, Large(id), format);

    private async Task<(ReportOutcome Outcome, byte[] File)> StreamedAsync(
        ReportRunner runner, ReportRequest request, ExportFormat format)
    {
        using var file = new MemoryStream();
        var outcome = await runner.RunAsync(
            request, Scope.Everything,
            (stream, ct) => ReportFile.WriteAsync(stream, format, new ExportOptions(Chinese, temp.File("t")), file, ct),
            default);
        return (outcome, file.ToArray());
    }

    private async Task<byte[]> HeldAsync(ReportResult result, ExportFormat format)
    {
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(result, format, new ExportOptions(Chinese, temp.File("t")), file, default);
        return file.ToArray();
    }

    /// <summary>Without how long it took.</summary>
    private static string Text(byte[] file) => Elapsed().Replace(Encoding.UTF8.GetString(file), "");

    private static List<object?[]> Cells(byte[] file)
    {
        using var reader = new ArrowFileReader(new MemoryStream(file));
        var rows = new List<object?[]>();
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            rows.AddRange(Enumerable.Range(0, batch.Length)
                .Select(row => batch.Arrays.Select(column => Cell(column, row)).ToArray()));
        }

        rows.Insert(0, [.. reader.Schema.FieldsList.Select(
            field => $"{field.Name} {field.DataType} {field.Metadata["label_zh"]} {field.Metadata["unit"]}")]);
        return rows;
    }

    private static object? Cell(IArrowArray column, int row) => column switch
    {
        StringArray texts => texts.GetString(row),
        Date32Array dates => dates.GetDateOnly(row),
        Int64Array wholes => wholes.GetValue(row),
        Decimal128Array figures => figures.GetString(row),
        BooleanArray flags => flags.GetValue(row),
        _ => throw new InvalidOperationException(column.GetType().Name),
    };

    private async Task<List<object[]>> ParquetAsync(byte[] file)
    {
        var path = temp.File(Guid.NewGuid().ToString("N") + ".parquet");
        await File.WriteAllBytesAsync(path, file);
        using var read = await ParquetFile.OpenAsync(path, temp.File("spill"), default);
        var rows = new List<object[]>
        {
            Enumerable.Range(0, read.Rows.FieldCount)
                .Select(at => (object)$"{read.Rows.GetName(at)} {read.Rows.GetDataTypeName(at)}").ToArray(),
        };
        while (await read.Rows.ReadAsync())
        {
            rows.Add(new object[read.Rows.FieldCount]);
            read.Rows.GetValues(rows[^1]);
        }

        return rows;
    }

    private static ReportResult Traps() => new()
    {
        Report = "x",
        Title = new("题", "Title"),
        Generation = "g",
        CompleteTo = DateTimeOffset.UnixEpoch,
        Params = new Dictionary<string, object?>(),
        Columns =
        [
            new("name", ColumnType.Text, new("名", "Name"), ""),
            new("amount", ColumnType.Decimal, new("额", "Amount"), "CNY") { Role = ColumnRole.Current },
            new("day", ColumnType.Date, new("日", "Day"), ""),
        ],
        Rows = [.. new[] { "=1+1", " a ", "<&>\"'", "\tx", "a,\nb", "007", "_x0041_", "1E5" }
            .Select((text, at) => new object?[] { text, at + 0.0625m, new DateOnly(2024, 2, 29) })],
        Totals = ["", 28.5m, null],
    };

    [GeneratedRegex("\"elapsed_ms\":[0-9.]+")]
    private static partial Regex Elapsed();
}
