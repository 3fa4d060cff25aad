using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Fixtures;
using Analytics.Reports.Export;
using Analytics.Reports.Plot;
using ClosedXML.Excel;
using MiniExcelLibs;
using SkiaSharp;

namespace Analytics.Reports.Tests.Export;

/// <summary>What pages and workbooks say of themselves: by whom and when, in what, how much in words; and what a
/// workbook looks like.</summary>
public sealed class PrintedTests(Company company) : IClassFixture<Company>
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static readonly ExportOptions Options = new(Chinese, Path.GetTempPath())
    {
        PrintedBy = "王<芳>", PrintedAt = new(2025, 3, 10, 9, 5, 0, TimeSpan.FromHours(8)),
    };

    [Fact]
    public async Task A_page_says_who_printed_it_when_and_in_what_amounts_are()
    {
        var html = Encoding.UTF8.GetString(await BytesAsync(OneAmount(), ExportFormat.Html));

        html.Should().Contain("金额单位：元").And.Contain("打印时间 2025-03-10 09:05 +08:00")
            .And.Contain("打印人 王&lt;芳&gt;").And.Contain("制表：").And.Contain("counter(pages)");
        html.Should().Contain("毛利额合计（大写）：人民币壹仟元伍角整");
        HeadLines.Printed(OneAmount(), new ExportOptions(Chinese, "")).Should().Be("金额单位：元");
    }

    [Fact]
    public void Only_one_amount_is_put_into_words_and_only_in_Chinese()
    {
        var one = OneAmount();
        var two = one with
        {
            Columns = [.. one.Columns, one.Columns[1] with { Name = "cost_amount" }],
            Rows = [["a", 1m, 1m]], Totals = ["", 1m, 1m],
        };

        HeadLines.Capitals(one, Chinese).Should().NotBeEmpty();
        HeadLines.Capitals(two, Chinese).Should().BeEmpty();
        HeadLines.Capitals(one with { Totals = null }, Chinese).Should().BeEmpty();
        HeadLines.Capitals(one, CultureInfo.GetCultureInfo("en-US")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a4")]
    [InlineData("a5")]
    [InlineData("241-3")]
    public async Task A_pdf_of_a_full_page_keeps_the_lines_below_its_table_off_the_line_to_sign(string name)
    {
        var paper = Paper.Find(name)!;
        var many = OneAmount() with
        {
            Rows = [.. Enumerable.Range(0, 400).Select(at => new object?[] { $"r{at}", 1m })],
            Notes = [new("说明一", "one"), new("说明二", "two"), new("说明三", "three")],
        };
        using var typeface = SKTypeface.CreateDefault();
        var sheet = PdfSheet.Of(many, new ExportOptions(Chinese, "") { Paper = paper }, typeface).Single();

        foreach (var rows in sheet.Pages().Select(page => page.To - page.From).Distinct())
        {
            // Two sums, the total, an empty row and the lines.
            var end = sheet.TableTop + sheet.HeadHeight + (sheet.RowHeight * (rows + 3 + 1 + 4));
            end.Should().BeLessThan(paper.End.Sign - 5);
        }

        (await BytesAsync(many, ExportFormat.Pdf)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_workbook_has_heads_of_two_rows_over_what_is_compared_merged_as_seen()
    {
        var result = await AnswerAsync();
        using var book = new XLWorkbook(PlainWorkbook.Of(await BytesAsync(result, ExportFormat.Xlsx)));
        var seen = book.Worksheet("报表");
        var top = seen.SheetView.SplitRow - 1;

        foreach (var window in result.Windows)
        {
            var columns = Enumerable.Range(0, result.Columns.Count).Where(at => window.Key == "current"
                ? result.Columns[at].Role == ColumnRole.Current : result.Columns[at].Window == window.Key).ToList();
            seen.Cell(top, columns[0] + 1).GetString().Should().Be(window.Label.Zh);
            seen.MergedRanges.Where(range => range.RangeAddress.FirstAddress.RowNumber == top)
                .Select(range => range.RangeAddress)
                .Select(range => (range.FirstAddress.ColumnNumber, range.LastAddress.ColumnNumber))
                .Should().Contain((columns[0] + 1, columns[^1] + 1));
        }

        seen.MergedRanges.Should().Contain(range => range.RangeAddress.ToString() == $"A{top}:A{top + 1}");
        seen.Row(top + 1).CellsUsed().Select(cell => cell.GetString()).Should().Contain(
            ["销售数量", "销售数量 增减", "销售数量 增长率", "毛利率 百分点"]);
        (seen.PageSetup.PaperSize, seen.PageSetup.PageOrientation, seen.PageSetup.PagesWide)
            .Should().Be((XLPaperSize.A4Paper, XLPageOrientation.Landscape, 1));
        seen.Column(1).CellsUsed().Select(cell => cell.GetString()).Should()
            .Contain(text => text.Contains("打印人 王<芳>", StringComparison.Ordinal))
            .And.Contain(text => text.StartsWith("制表：", StringComparison.Ordinal));
        book.Worksheet("参数").Column(2).CellsUsed().Select(cell => cell.GetString())
            .Should().Contain(["王<芳>", "2025-03-10 09:05 +08:00"]);
    }

    [Fact]
    public async Task The_flat_list_leaves_out_rows_that_hold_others()
    {
        var result = OneAmount() with
        {
            Rows = [["小计", 3m], ["a", 1m], ["b", 2m], ["其他", 4m]], Levels = [1, 2, 2, 0],
        };
        using var book = new XLWorkbook(PlainWorkbook.Of(await BytesAsync(result, ExportFormat.Xlsx)));

        book.Worksheet("清单").Column(1).CellsUsed().Select(cell => cell.GetString())
            .Should().Equal("名称", "a", "b", "其他");
        book.Worksheet("报表").Column(1).CellsUsed().Select(cell => cell.GetString()).Should().Contain("小计");
    }

    [Fact]
    public async Task Rows_fold_away_under_their_subtotals()
    {
        var result = OneAmount() with
        {
            Rows =
            [
                ["a", 1m], ["b", 2m], ["小计", 3m], ["c", 4m], ["小计", 4m], ["合小计", 7m], ["d", 1m], ["小计", 1m], ["其他", 5m],
            ],
            Levels = [3, 3, 2, 3, 2, 1, 3, 2, 0],
        };
        using var book = new XLWorkbook(PlainWorkbook.Of(await BytesAsync(result, ExportFormat.Xlsx)));

        var sheet = book.Worksheet("报表");
        var head = sheet.SheetView.SplitRow;
        var rows = Enumerable.Range(head + 1, result.Rows.Count).Select(sheet.Row).ToList();
        rows.Select(row => row.OutlineLevel).Should().Equal(2, 2, 1, 2, 1, 0, 2, 1, 0);
        rows.Select(row => row.Cell(1).Style.Font.Bold)
            .Should().Equal(false, false, true, false, true, true, false, true, true);
        sheet.Outline.SummaryVLocation.Should().Be(XLOutlineSummaryVLocation.Bottom);
    }

    [Fact]
    public async Task A_report_that_declares_a_chart_has_its_picture_in_the_workbook_and_no_other_has()
    {
        var result = await AnswerAsync() with { Chart = "bar store_name sales_amount" };
        var english = Options with { Culture = CultureInfo.GetCultureInfo("en-US") };
        var latin = Latin(result);

        var drawn = await BytesAsync(latin, ExportFormat.Xlsx, english);
        var bare = await BytesAsync(latin with { Chart = null }, ExportFormat.Xlsx, english);

        WorkbookRules.Broken(drawn).Should().BeEquivalentTo(WorkbookRules.Broken(bare), "the picture breaks nothing");
        using var package = new ZipArchive(new MemoryStream(drawn));
        using var picture = package.Entries
            .Single(entry => entry.Name.EndsWith(".png", StringComparison.Ordinal)).Open();
        using var copy = new MemoryStream();
        await picture.CopyToAsync(copy);
        copy.ToArray().Should().Equal(ReportChart.Png(latin, english.Culture));
        package.Entries.Should().Contain(entry => entry.FullName.Contains("drawing", StringComparison.Ordinal));
        using var other = new ZipArchive(new MemoryStream(bare));
        other.Entries.Should().NotContain(entry => entry.Name.EndsWith(".png", StringComparison.Ordinal));
        MiniExcel.Query(new MemoryStream(drawn), sheetName: "List").Should().HaveCount(result.Rows.Count + 1);
    }

    [Fact]
    public async Task An_answer_of_more_cells_than_a_workbook_holds_is_a_list_all_the_same()
    {
        var many = OneAmount() with
        {
            Rows = [.. Enumerable.Range(0, (XlsxFile.MostCells / 2) + 1)
                .Select(at => new object?[] { "x", (decimal)at })],
        };

        using var file = new MemoryStream(await BytesAsync(many, ExportFormat.Xlsx));

        MiniExcel.GetSheetNames(file).Should().Equal("清单", "参数");
    }

    private Task<ReportResult> AnswerAsync() => company.AnswerAsync(
        "by=store", "grain=month", "from_date=2024-01-01", "to_date=2024-04-10", "compare=last_year,previous");

    /// <summary>The same without a Chinese character, which this machine may have no font for.</summary>
    private static ReportResult Latin(ReportResult result) => result with
    {
        Title = new("t", "Title"),
        Columns = [.. result.Columns.Select(column => column with { Label = new("l", "Label") })],
        Rows = [.. result.Rows.Select(row => row.Select(cell => cell is string ? "x" : cell).ToArray())],
    };

    private static ReportResult OneAmount() => new()
    {
        Report = "x",
        Title = new("题", "Title"),
        Generation = "g",
        CompleteTo = DateTimeOffset.UnixEpoch,
        Params = new Dictionary<string, object?>(),
        Columns =
        [
            new("party_name", ColumnType.Text, new("名称", "Name"), ""),
            new("margin_amount", ColumnType.Decimal, new("毛利额", "Margin"), "CNY")
            {
                Role = ColumnRole.Current, Measure = "margin_amount", IsAdditive = true,
            },
        ],
        Rows = [["a", 1000.5m]],
        Totals = ["", 1000.5m],
    };

    private static async Task<byte[]> BytesAsync(
        ReportResult result, ExportFormat format, ExportOptions? options = null)
    {
        using var file = new MemoryStream();
        await ReportFile.WriteAsync(result, format, options ?? Options, file, default);
        return file.ToArray();
    }
}
