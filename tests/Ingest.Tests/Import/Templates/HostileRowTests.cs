using System.Text;
using Analytics.Ingest.Import;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import.Templates;

/// <summary>What is wrong in a template: one line a row, and nothing of the document posted.</summary>
public sealed class HostileRowTests : IAsyncLifetime, IDisposable
{
    private const string Head = "kind,document_no,date,store,party,part,item,qty,net_amount,tender_code,amount,"
        + "counted_till,takes_price,tender,coupon_code,trace_code,line_party";

    private const string Good = "sale,G1,2026-01-03,S01,C01,goods,P001,1,10,,,,,,,,";

    private readonly ImportDesk desk = new();

    public async Task InitializeAsync() => await desk.Book.PostAsync(ApiExamples.MasterSubmissions, default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("sales,1,2026-01-03,S01,,,P001,1,10,,,,,,,,", "there is no kind 'sales' of document")]
    [InlineData(",1,2026-01-03,S01,,,P001,1,10,,,,,,,,", "the kind is empty")]
    [InlineData("sale,,2026-01-03,S01,,,P001,1,10,,,,,,,,", "document_no: is empty")]
    [InlineData("sale,1,,S01,,,P001,1,10,,,,,,,,", "date: is empty")]
    [InlineData("sale,1,2026-13-03,S01,,,P001,1,10,,,,,,,,", "date: '2026-13-03' will not do")]
    [InlineData("sale,1,01/03/2026,S01,,,P001,1,10,,,,,,,,", "date: '01/03/2026' will not do")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,,10,,,,,,,,", "qty: is empty")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,two,10,,,,,,,,", "qty: 'two' will not do; the column takes a number")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,\"1,000\",,,,,,,,", "net_amount: '1,000' will not do")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,0.00001,,,,,,,,", "net_amount: '0.00001' will not do")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,1e30,,,,,,,,", "net_amount: '1e30' will not do")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,10,,,,maybe,,,,", "takes_price: 'maybe' will not do")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,10,,,,,credit,,,", "tender: 'credit' will not do; the column takes ca")]
    [InlineData("sale,1,2026-01-03,S01,,count,,,,XJ,5,,,,,,", "part: sale has no 'count' rows; it has")]
    [InlineData("sale,1,2026-01-03,S01,,lines,P001,1,10,,,,,,,,", "part: sale has no 'lines' rows")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,10,,,T1,,,,,", "counted_till: sale does not take it: clear it")]
    [InlineData("transfer,1,2026-01-03,S01,,,P001,1,0,,,,yes,,,,", "takes_price: transfer does not take it")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,10,XJ,,,,,,,", "tender_code: is no column of 'goods' rows but")]
    [InlineData("sale,1,2026-01-03,S01,,trace_code,,,,,,,,,,X,", "a row of 'trace_code' stands below the 'goods'")]
    [InlineData("sale,1,2026-01-03,S01,,payment,,,,XJ,,,,,,,", "amount: is empty")]
    [InlineData("sale,1,2026-01-03,S99,,,P001,1,10,,,,,,,,", "no store S99")]
    [InlineData("sale,1,2026-01-03,S01,,,P999,1,10,,,,,,,,", "no item P999")]
    [InlineData("sale,1,2026-01-03,S01,,,P001,1,10", "cut off")]
    public async Task A_bad_row_is_refused_with_its_reason_and_the_next_document_is_posted(string row, string reason)
    {
        var result = await FinishAsync(row, Good);

        var refused = ImportDesk.Rejects(result)[0];
        refused[3].Should().Contain(reason);
        refused[2].Should().NotBeEmpty().And.NotBe(refused[3]);
        result.Counts.DocumentsRefused.Should().BeGreaterThan(0);
        desk.Book.Documents.Select(document => document.DocumentNo).Should().NotContain("1");
        if (!reason.StartsWith("cut", StringComparison.Ordinal))
        {
            desk.Book.Documents.Should().ContainSingle().Which.DocumentNo.Should().Be("G1");
        }
    }

    [Fact]
    public async Task A_row_that_the_book_refuses_is_named_by_its_line_and_not_by_its_place_in_the_file()
    {
        var result = await FinishAsync(
            "sale,1,2026-01-03,S01,C01,payment,,,,XJ,20,,,,,,",
            ",,,,,goods,P001,1,10,,,,,,,,",
            ",,,,,goods,P999,1,10,,,,,,,,");

        ImportDesk.Rejects(result).Select(row => row[3]).Should().SatisfyRespectively(
            first => first.Should().StartWith("refused with line 4"),
            second => second.Should().StartWith("refused with line 4"),
            third => third.Should().StartWith("no item P999"));
    }

    [Fact]
    public async Task A_later_row_that_says_something_else_of_the_document_is_refused()
    {
        var result = await FinishAsync(
            "sale,1,2026-01-03,S01,C01,,P001,1,10,,,,,,,,", "sale,1,,S02,C01,,P001,1,10,,,,,,,,");

        ImportDesk.Rejects(result)[1][3].Should()
            .Be("store: differs from the document's first row; mend it or clear it");
        desk.Book.Documents.Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_row_without_a_number_is_not_left_out_of_the_document_above_it()
    {
        var result = await FinishAsync(
            "sale,1,2026-01-03,S01,C01,,P001,1,10,,,,,,,,", ",,,,,,P001,1,10,,,,,,,,,surplus", Good);

        ImportDesk.Rejects(result).Should().HaveCount(2);
        desk.Book.Documents.Should().ContainSingle().Which.DocumentNo.Should().Be("G1");
    }

    [Fact]
    public async Task A_mended_reject_file_is_a_template_again_in_either_language()
    {
        foreach (var head in new[] { "kind,document_no,date,store,item,qty,net_amount", "单据类型,单据编号,日期,门店,商品,数量,未税金额" })
        {
            var path = desk.Write("rows.csv", $"{head}\nsale,{head.Length},2026-01-03,S01,P001,x,1\n,,,,P001,1,1\n");
            var rejects = (await desk.FinishTemplateAsync(path)).RejectFile!;
            var mended = await File.ReadAllTextAsync(rejects);
            await File.WriteAllTextAsync(rejects, mended.Replace(",x,", ",2,", StringComparison.Ordinal));

            var again = await desk.FinishTemplateAsync(rejects);

            again.RejectFile.Should().BeNull();
            desk.Book.Documents.Last().Lines.Should().HaveCount(2);
        }
    }

    [Fact]
    public async Task Rows_of_a_document_that_stand_apart_are_refused()
    {
        var result = await FinishAsync(
            "sale,1,2026-01-03,S01,C01,,P001,1,10,,,,,,,,", Good, "sale,1,2026-01-03,S01,C01,,P001,1,10,,,,,,,,");

        ImportDesk.Rejects(result).Should().HaveCount(2)
            .And.OnlyContain(row => row[3].Contains("sort the file by document number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kind,document_no,date,item,名称,colour", "a template has no columns 名称, colour")]
    [InlineData("kind,document_no,date,日期", "the columns date, 日期 are the same one")]
    public async Task A_head_that_is_not_sound_is_refused_before_anything_is_posted(string head, string reason)
    {
        var outcome = await desk.RunTemplateAsync(desk.Write("rows.csv", head + "\nsale,1,2026-01-03,,,\n"));

        outcome.Should().BeOfType<ImportOutcome.Refused>().Which.Reason.En
            .Should().StartWith("rows.csv: ").And.Contain(reason);
    }

    [Fact]
    public async Task A_dry_run_posts_nothing_and_says_what_it_would()
    {
        var path = desk.Write("rows.csv", $"{Head}\n{Good}\nsales,1,,,,,,,,,,,,,,,\n");
        var before = desk.Book.Posted.Count;

        var result = await desk.FinishTemplateAsync(path, isDryRun: true);

        result.Counts.Should().BeEquivalentTo(new { DocumentsPosted = 1, DocumentsRefused = 1 });
        desk.Book.Posted.Should().HaveCount(before);
    }

    [Fact]
    public async Task What_awaits_approval_is_counted_as_that()
    {
        await desk.Book.PostAsync(
            [new ApprovalRuleMaster("R1") { DocumentKind = "sale", Trigger = ApprovalTrigger.Always }], default);

        var result = await FinishAsync(Good);

        result.Counts.Should().BeEquivalentTo(new { DocumentsPosted = 0, DocumentsHeld = 1, DocumentsRefused = 0 });
        result.Summary.En.Should().Contain("1 awaiting approval");
        result.Summary.Zh.Should().Contain("1 张待审批");
    }

    private Task<ImportResult> FinishAsync(params string[] rows)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var row in rows)
        {
            text.Append(row).Append('\n');
        }

        return desk.FinishTemplateAsync(desk.Write("rows.csv", text.ToString()));
    }
}
