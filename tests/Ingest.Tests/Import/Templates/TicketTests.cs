using System.Text;
using Analytics.Ingest.Import.Mappings;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>Documents of several rows, as a person would type them.</summary>
public sealed class TicketTests : IAsyncLifetime, IDisposable
{
    private readonly ImportDesk desk = new();

    public async Task InitializeAsync() => await desk.Book.PostAsync(ApiExamples.MasterSubmissions, default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_ticket_of_several_rows_says_its_head_once()
    {
        var path = desk.Write("票.csv", """
            单据类型,单据编号,日期,门店,行类别,商品,数量,未税金额,税额,追溯码,收款方式,金额,参与人,角色
            销售,T1,2026/1/3 9:05,S01,明细,P001,2,20,2.6,,,,,
            ,,,,追溯码,,,,,81000000000000000001,,,,
            ,,,,追溯码,,,,,81000000000000000002,,,,
            ,,,,明细,P002,1,30,,,,,,
            ,,,,收款,,,,,,XJ,40,,
            ,,,,收款,,,,,,WX,12.6,,
            ,,,,参与人,,,,,,,,E01,导购
            销售,T2,2026-01-03,S01,,P001,1,10,,,,,,
            """, Gbk());

        var result = await desk.FinishTemplateAsync(path);

        result.RejectFile.Should().BeNull();
        result.Mapping.Should().Be("template");
        desk.Book.Documents.Select(document => document.DocumentNo).Should().Equal("T1", "T2");
        var ticket = desk.Book.Documents.First();
        ticket.BusinessAt.Should().Be(new DateTimeOffset(2026, 1, 3, 9, 5, 0, TimeSpan.FromHours(8)));
        ticket.Lines.Select(line => (line.ItemCode, line.TraceCodes.Count)).Should().Equal(("P001", 2), ("P002", 0));
        ticket.Tenders.Select(part => part.TenderCode).Should().Equal("XJ", "WX");
        ticket.Employees.Should().Equal(new DocumentEmployee("导购", "E01"));
        ticket.Source.Should().Be("票.csv");
    }

    [Fact]
    public async Task A_file_may_hold_several_kinds_and_cells_of_Excel()
    {
        var path = Path.Combine(Path.GetDirectoryName(desk.Write("x", ""))!, "混合.xlsx");
        Workbook.Write(
            path,
            [
                ["单据类型", "单据编号", "日期", "门店", "科目", "金额", "商品", "数量", "未税金额", "失效日期"],
                ["费用单", "F1", "2026-01-05", "S01", "6601", "12.5", "", "", "", ""],
                ["sale", "X1", "2026-01-06", "S01", "", "", "P001", "1", "9.9", ""],
            ],
            "日期",
            "yyyy-MM-dd");

        var result = await desk.FinishTemplateAsync(path);

        result.RejectFile.Should().BeNull();
        desk.Book.Documents.Select(document => document.Kind).Should().Equal(DocumentKind.Expense, DocumentKind.Sale);
        desk.Book.Documents.First().BusinessAt.Should()
            .Be(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(8)));
        desk.Book.Documents.First().MoneyLines.Single().Account.Should().Be("6601");
    }

    [Fact]
    public void A_template_needs_no_mapping_and_a_mapping_that_fits_goes_before()
    {
        var path = desk.Write("rows.csv", "kind,document_no,date,item\n");
        var own = Path.Combine(Path.GetDirectoryName(path)!, "sources");

        MappingCatalog.Load().Choose(path, desk.TempFolder, default).Should().BeOfType<MappingChoice.Template>();

        Directory.CreateDirectory(own);
        var map = ImportDesk.SmallMap.Replace("\"no\"", "\"document_no\"", StringComparison.Ordinal)
            .Replace("\"store\": \"store\"", "\"store\": \"'S1'\"", StringComparison.Ordinal)
            .Replace("\"qty\": \"qty\"", "\"qty\": \"1\"", StringComparison.Ordinal)
            .Replace("\"net_amount\": \"amount\"", "\"net_amount\": \"1\"", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(own, "own.map.json"), map);
        MappingCatalog.Load(own).Choose(path, desk.TempFolder, default).Should().BeOfType<MappingChoice.Found>();
        var other = desk.Write("other.csv", "kind,number\n");
        MappingCatalog.Load().Choose(other, desk.TempFolder, default).Should().BeOfType<MappingChoice.None>();
    }

    private static Encoding Gbk() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
}
