using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Fixtures;
using Analytics.Reports.Export;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using MiniExcelLibs;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reports.Tests.Export;

/// <summary>A company's own workbooks, made here as a person would and filled.</summary>
public sealed class XlsxTemplateTests : IDisposable
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Named_cells_and_the_marked_row_are_filled_typed_and_keep_their_styles()
    {
        using var book = await FilledAsync(Template(), Answer(3));
        var sheet = book.Worksheet("对账");

        sheet.Cell("A1").GetString().Should().Be("题");
        sheet.Cell("A1").Style.Font.FontSize.Should().Be(20);
        sheet.Cell("C1").GetString().Should().Be("王芳");
        for (var at = 0; at < 3; at++)
        {
            var row = 5 + at;
            sheet.Cell(row, 1).DataType.Should().Be(XLDataType.Text);
            sheet.Cell(row, 1).GetString().Should().Be($"00{at}");
            sheet.Cell(row, 2).GetDateTime().Should().Be(new DateTime(2024, 2, 28).AddDays(at));
            sheet.Cell(row, 3).GetDouble().Should().Be(10.5 * (at + 1));
            sheet.Cell(row, 4).GetString().Should().Be($"编码 00{at}，金额 {10.5m * (at + 1):0.00}");
            sheet.Cell(row, 3).Style.NumberFormat.Format.Should().Be("#,##0.00");
            sheet.Cell(row, 3).Style.Fill.BackgroundColor.Should().Be(XLColor.FromHtml("#FFEECC"));
            sheet.Row(row).Height.Should().Be(33);
        }

        sheet.Cell("C8").FormulaA1.Should().Be("SUM(C5:C7)");
        sheet.Cell("C9").GetDouble().Should().Be(63, "total_amount lay below the row and moved with it");
        sheet.Cell("A9").GetString().Should().Be("合计");
    }

    [Fact]
    public async Task Formulas_are_filled_down_and_what_refers_to_the_row_grows()
    {
        using var book = await FilledAsync(Template(), Answer(3));
        var sheet = book.Worksheet("对账");

        sheet.Cell("E5").FormulaA1.Should().Be("C5*$C$2+SUM(C$5:C5)");
        sheet.Cell("E7").FormulaA1.Should().Be("C7*$C$2+SUM(C$5:C7)");
        book.Worksheet("汇总").Cell("A1").FormulaA1.Should().Be("SUM(对账!C5:C7)+对账!C8+LEN(\"对账!C5\")");
        sheet.MergedRanges.Select(range => range.RangeAddress.ToString())
            .Should().BeEquivalentTo("G5:H5", "G6:H6", "G7:H7", "A10:C10");
        book.NamedRange("total_amount").Ranges.Single().RangeAddress.ToString().Should().Be("$C$9:$C$9");
    }

    [Theory]
    [InlineData("对账!$C$5:$C$5")]
    [InlineData("对账!$C$5")]
    public async Task A_chart_stays_and_draws_the_rows_that_are_there_now(string range)
    {
        var path = Template();
        AddChart(path, range);

        var bytes = await BytesAsync(path, Answer(4));

        using var package = new ZipArchive(new MemoryStream(bytes));
        var chart = Text(package, "chart");
        chart.Should().Contain("<c:f>对账!$C$5:$C$8</c:f>").And.NotContain("numCache");
        Text(package, "drawing1").Should().Contain("<xdr:row>15</xdr:row>", "it lay on row 12, and three came before");
    }

    [Fact]
    public async Task A_pivot_table_takes_in_the_rows_that_are_there_now_moves_and_is_drawn_anew()
    {
        var path = Template(book =>
        {
            var sheet = book.Worksheet("对账");
            sheet.Cell("B4").SetValue("日期");
            sheet.Cell("C4").SetValue("金额");
            foreach (var target in (IXLCell[])[sheet.Cell("A12"), book.Worksheet("汇总").Cell("A12")])
            {
                var pivot = target.Worksheet.PivotTables.Add("透视", target, sheet.Range("A4:C5"));
                pivot.RowLabels.Add("编码");
                pivot.Values.Add("金额");
            }
        });

        using var file = new MemoryStream(await BytesAsync(path, Answer(4)));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var workbook = document.WorkbookPart!;

        workbook.GetPartsOfType<PivotTableCacheDefinitionPart>().Select(cache => cache.PivotCacheDefinition)
            .Should().NotBeEmpty().And.OnlyContain(cache => cache.RefreshOnLoad!.Value
                && cache.CacheSource!.WorksheetSource!.Reference!.Value == "A4:C8");
        var places = workbook.Workbook.Descendants<X.Sheet>().Select(sheet =>
            ((WorksheetPart)workbook.GetPartById(sheet.Id!)).PivotTableParts.Single()
                .PivotTableDefinition.Location!.Reference!.Value!.Split(':')[0]);
        places.Should().Equal("A15", "A12");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task None_and_one_row_leave_the_workbook_as_it_was(int rows)
    {
        using var book = await FilledAsync(Template(), Answer(rows));
        var sheet = book.Worksheet("对账");

        sheet.Cell("A5").GetString().Should().Be(rows == 0 ? "" : "000");
        sheet.Cell("C6").FormulaA1.Should().Be("SUM(C5:C5)");
        sheet.Cell("A7").GetString().Should().Be("合计");
    }

    [Fact]
    public async Task Another_reader_opens_what_was_filled_and_no_text_is_a_formula()
    {
        var nasty = Answer(2) with { Rows = [["=1+1", new DateOnly(2024, 2, 29), 1m], ["<&>", null, -2m]] };

        var path = Template();
        var bytes = await BytesAsync(path, nasty);

        WorkbookRules.Broken(bytes).Should().BeEquivalentTo(WorkbookRules.Broken(await File.ReadAllBytesAsync(path)));

        var read = MiniExcel.Query(new MemoryStream(bytes), sheetName: "对账").Cast<IDictionary<string, object?>>()
            .ToList();
        read[4]["A"].Should().Be("=1+1");
        read[5]["A"].Should().Be("<&>");
        read[5]["C"].Should().Be(-2d);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        book.Worksheet("对账").Cell("A5").HasFormula.Should().BeFalse();
    }

    [Fact]
    public void What_is_wrong_with_a_template_is_said_in_one_line()
    {
        var text = temp.File("text.xlsx");
        File.WriteAllText(text, "no workbook");
        WhyNot(text).Should().Contain("text.xlsx is no .xlsx workbook");

        WhyNot(Template(book => book.NamedRanges.DeleteAll())).Should().Contain("has no name to fill");
        WhyNot(Template(book => book.Worksheet("对账").Cell("A5").SetValue("{colour}")))
            .Should().Contain("asks for column 'colour'").And.Contain("item_code, day, amount");
        WhyNot(Template(book => book.NamedRanges.Add("total_colour", book.Worksheet("对账").Cell("A20").AsRange())))
            .Should().Contain("asks for column 'colour'");
        WhyNot(Template(book =>
        {
            book.NamedRanges.Delete("row");
            book.NamedRanges.Add("row", book.Worksheet("对账").Range("A5:D6"));
        })).Should().Contain("must be of one row");
        ReportFile.WhyNot(
            Answer(150_000), ExportFormat.Xlsx, new ExportOptions(Chinese, "") { Template = Template() })!
            .Value.En.Should().Contain("500000 cells at most");
        WhyNot(Template()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("B5+$B$6*C$7", "B5+$B$8*C$9")]
    [InlineData("SUM(A1:B5)", "SUM(A1:B7)")]
    [InlineData("SUM(A6:B9)", "SUM(A8:B11)")]
    [InlineData("SUM(A1:B4)", "SUM(A1:B4)")]
    [InlineData("LOG10(B6)&\"B6\"", "LOG10(B8)&\"B6\"")]
    [InlineData("Other!B6+'对 账'!B6", "Other!B6+'对 账'!B8")]
    [InlineData("B6x+x.B6+B6_", "B6x+x.B6+B6_")]
    public void References_outside_of_the_row_move_with_what_they_refer_to(string formula, string moved) =>
        new RepeatedRow("对 账", 5, 2).Outside(formula, "对 账").Should().Be(moved);

    [Fact]
    public void A_report_s_template_is_found_in_the_folder_and_nothing_outside_of_it()
    {
        Directory.CreateDirectory(temp.File("templates/sales"));
        File.WriteAllText(temp.File("templates/sales/detail.xlsx"), "");
        File.WriteAllText(temp.File("other.xlsx"), "");

        TemplateFolder.Find(temp.File("templates"), "sales/detail")
            .Should().Be(temp.File("templates/sales/detail.xlsx"));
        TemplateFolder.Find(temp.File("templates"), "../other").Should().BeNull();
        TemplateFolder.Find(temp.File("templates"), "sales/ranking").Should().BeNull();
        TemplateFolder.Find("", "sales/detail").Should().BeNull();
    }

    private string WhyNot(string path) => ReportFile.WhyNot(
        Answer(1), ExportFormat.Xlsx, new ExportOptions(Chinese, "") { Template = path })?.En ?? "";

    private string Template(Action<XLWorkbook>? change = null)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("对账");
        sheet.Cell("A1").SetValue("这里写标题").Style.Font.FontSize = 20;
        sheet.Cell("C2").SetValue(2);
        sheet.Cell("A4").SetValue("编码");
        sheet.Cell("A5").SetValue("{item_code}");
        sheet.Cell("B5").SetValue("{day}").Style.NumberFormat.Format = "yyyy-mm-dd";
        sheet.Cell("C5").SetValue("{amount}").Style.NumberFormat.Format = "#,##0.00";
        sheet.Cell("C5").Style.Fill.BackgroundColor = XLColor.FromHtml("#FFEECC");
        sheet.Cell("D5").SetValue("编码 {item_code}，金额 {amount}");
        sheet.Cell("E5").FormulaA1 = "C5*$C$2+SUM(C$5:C5)";
        sheet.Range("G5:H5").Merge();
        sheet.Row(5).Height = 33;
        sheet.Cell("C6").FormulaA1 = "SUM(C5:C5)";
        sheet.Cell("A7").SetValue("合计");
        sheet.Range("A8:C8").Merge();
        book.AddWorksheet("汇总").Cell("A1").FormulaA1 = "SUM(对账!C5:C5)+对账!C6+LEN(\"对账!C5\")";
        book.NamedRanges.Add("title", sheet.Cell("A1").AsRange());
        book.NamedRanges.Add("printed_by", sheet.Cell("C1").AsRange());
        book.NamedRanges.Add("total_amount", sheet.Cell("C7").AsRange());
        book.NamedRanges.Add("row", sheet.Range("A5:H5"));
        change?.Invoke(book);
        var path = temp.File($"{Guid.NewGuid():N}.xlsx");
        book.SaveAs(path);
        return path;
    }

    /// <summary>A chart on row 12 that draws one range.</summary>
    private static void AddChart(string path, string range)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: true);
        var sheet = (WorksheetPart)document.WorkbookPart!.GetPartById(
            document.WorkbookPart.Workbook.Descendants<X.Sheet>().First().Id!);
        var drawings = sheet.AddNewPart<DrawingsPart>();
        var chart = drawings.AddNewPart<ChartPart>();
        Feed(chart, $"""
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea>
            <c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef>
            <c:f>{range}</c:f>
            <c:numCache><c:ptCount val="1"/></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>
            </c:chartSpace>
            """);
        Feed(drawings, $"""
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>
            <xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff>
            </xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row>
            <xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro="">
            <xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="c"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>
            <a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
            <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            r:id="{drawings.GetIdOfPart(chart)}"/>
            </a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
            """);
        sheet.Worksheet.Append(new X.Drawing { Id = sheet.GetIdOfPart(drawings) });
    }

    private static void Feed(OpenXmlPart part, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        part.FeedData(stream);
    }

    private static string Text(ZipArchive package, string part)
    {
        using var reader = new StreamReader(package.Entries.Single(entry =>
            entry.Name.StartsWith(part, StringComparison.Ordinal)
            && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }

    private static async Task<XLWorkbook> FilledAsync(string template, ReportResult answer) =>
        new(new MemoryStream(await BytesAsync(template, answer)));

    private static async Task<byte[]> BytesAsync(string template, ReportResult answer)
    {
        using var file = new MemoryStream();
        var options = new ExportOptions(Chinese, "") { Template = template, PrintedBy = "王芳" };
        ReportFile.WhyNot(answer, ExportFormat.Xlsx, options).Should().BeNull();
        await ReportFile.WriteAsync(answer, ExportFormat.Xlsx, options, file, default);
        return file.ToArray();
    }

    private static ReportResult Answer(int rows) => new()
    {
        Report = "x",
        Title = new("题", "Title"),
        Generation = "g",
        CompleteTo = DateTimeOffset.UnixEpoch,
        Params = new Dictionary<string, object?>(),
        Columns =
        [
            new("item_code", ColumnType.Text, new("编码", "Code"), ""),
            new("day", ColumnType.Date, new("日", "Day"), ""),
            new("amount", ColumnType.Decimal, new("额", "Amount"), "CNY") { Role = ColumnRole.Current },
        ],
        Rows = [.. Enumerable.Range(0, rows).Select(at => new object?[]
        {
            $"00{at}", new DateOnly(2024, 2, 28).AddDays(at), 10.5m * (at + 1),
        })],
        Totals = ["", null, 63m],
    };
}
