using System.Text;
using Analytics.Ingest.Import;
using Analytics.Ledger;

namespace Analytics.Ingest.Tests.Import;

/// <summary>Encodings, line numbers, dates, numbers, filters, joins: what a good file may look like.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Chinese = ImportDesk.Head + "\n1,2020-01-01,S1,苹果，红,1,1\n";

    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 bom", "gb18030", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Chinese_text_is_the_same_in_every_encoding(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 bom" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(),
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
        };
        await desk.FinishAsync(desk.Write("rows.csv", Chinese, encoding));
        desk.Book.Posted.OfType<ItemMaster>().Single().Code.Should().Be("苹果，红");
    }

    [Theory]
    [InlineData("utf-8", "not UTF-8")]
    [InlineData("auto", "not UTF-8 / GB18030")]
    public async Task Bytes_that_are_no_text_are_refused(string encoding, string why)
    {
        var bytes = Encoding.UTF8.GetBytes(Chinese).Concat(new byte[] { 0xFF, 0x0A }).ToArray();
        var mapping = ImportDesk.Small(("\"source\": {}", $"\"source\": {{ \"encoding\": \"{encoding}\" }}"));
        (await desk.RefuseAsync(desk.Write("rows.csv", bytes), mapping)).En.Should().Contain(why);
    }

    [Fact]
    public async Task A_character_that_a_block_cuts_in_two_is_whole()
    {
        var head = $"note,{ImportDesk.Head}\n";
        const string Before = ",1,2020-01-01,S1,";
        var note = new string('x', (1 << 18) - 1 - head.Length - Before.Length);
        await desk.FinishAsync(desk.Write("rows.csv", $"{head}{note}{Before}中文,1,1\n"));
        desk.Book.Documents.Single().Lines[0].ItemCode.Should().Be("中文");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_are_counted_as_an_editor_counts_them(string end)
    {
        string[] lines = [ImportDesk.Head, "1,2020-01-01,S1,\"A", "second line\",1,1", "", ",,,,,", "2,bad,S1,B,1,1"];
        var result = await desk.FinishAsync(desk.Write("rows.csv", string.Join(end, lines)));
        ImportDesk.Rejects(result).Single()[0].Should().Be("6");
        desk.Book.Documents.Single().DocumentNo.Should().Be("1");
    }

    [Fact]
    public async Task A_line_that_begins_with_a_hash_is_data()
    {
        await desk.FinishAsync(desk.Rows("#1,2020-01-01,S1,A,1,1"));
        desk.Book.Documents.Single().DocumentNo.Should().Be("#1");
    }

    [Fact]
    public async Task Head_row_delimiter_and_number_signs_are_the_mappings()
    {
        var mapping = ImportDesk.Small(("\"source\": {}",
            "\"source\": { \"header_row\": 3, \"delimiter\": \";\" }, "
            + "\"numbers\": { \"decimal_point\": \",\", \"thousands\": \".\" }"));
        await desk.FinishAsync(desk.Write("rows.csv",
            $"销售明细\n\n{ImportDesk.Head.Replace(',', ';')}\n1;2020-01-01;S1;A;2;1.234,5\n"), mapping);
        desk.Book.Documents.Single().Lines[0].NetAmount.Should().Be(Money.Round(1234.5m));
    }

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm", "2020-01-01 01:30", false, "2020-01-01T01:30:00+08:00")]
    [InlineData("yyyy-MM-dd", "2020-01-01", false, "2020-01-01T02:00:00+08:00")]
    [InlineData("yyyy-MM-dd HH:mm", "2020-01-01 00:00", true, "2020-01-01T02:00:00+08:00")]
    [InlineData("yyyy-MM-ddTHH:mm:ssK", "2020-01-01T00:00:00Z", false, "2020-01-01T08:00:00+08:00")]
    public async Task A_date_without_time_is_that_business_date_wherever_the_day_begins(
        string format, string text, bool isDateOnly, string expected)
    {
        var flag = isDateOnly ? "true" : "false";
        var mapping = ImportDesk.Small(("\"yyyy-MM-dd\"]", $"\"{format}\"], \"date_only\": {flag}"));
        var late = BusinessDay.Shanghai with { CutOver = TimeSpan.FromHours(2) };
        var importer = new Importer(desk.Book.PostAsync, late, TimeProvider.System);
        await importer.RunAsync(
            new ImportRequest(desk.Rows($"1,{text},S1,A,1,1"), mapping, desk.RejectFolder, desk.TempFolder),
            null, CancellationToken.None);
        desk.Book.Documents.Single().BusinessAt.Should().Be(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Rows_that_the_mapping_does_not_want_are_passed_over_and_counted()
    {
        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": {}, \"where\": \"no <> '合计'\""));
        var result = await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,1,1", "合计,,,,,"), mapping);
        result.RowsPassedOver.Should().Be(1);
        result.RejectFile.Should().BeNull();
        result.Counts.DocumentsPosted.Should().Be(1);
    }

    [Fact]
    public async Task A_sign_can_choose_the_kind_of_document()
    {
        var mapping = ImportDesk.Small(
            ("\"'sale'\"", "\"if(qty < 0, 'sale_return', 'sale')\""),
            ("\"qty\": \"qty\"", "\"qty\": \"abs(qty)\""));
        await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,2,1", "2,2020-01-01,S1,A,-1,1"), mapping);
        desk.Book.Documents.Select(document => document.Kind)
            .Should().Equal(DocumentKind.Sale, DocumentKind.SaleReturn);
        desk.Book.Documents.Select(document => document.Lines[0].Quantity.ToDecimal()).Should().Equal(2, 1);
    }

    [Fact]
    public async Task A_row_without_its_related_row_is_refused_unless_that_is_optional()
    {
        const string Join = "\"source\": {}, \"joins\": "
            + "[{ \"name\": \"goods\", \"file\": \"goods.csv\", \"on\": \"item\", \"key\": \"code\" }]";
        desk.Write("goods.csv", "code,name\nA,苹果\n");
        var path = desk.Rows("1,2020-01-01,S1,A,1,1", "2,2020-01-01,S1,B,1,1");
        var result = await desk.FinishAsync(
            path, ImportDesk.Small(("\"source\": {}", Join), ("\"name\": \"item\"", "\"name\": \"goods.name\"")));

        ImportDesk.Rejects(result).Single()[3].Should().Be("goods.csv has no row whose code is 'B'");
        desk.Book.Posted.OfType<ItemMaster>().Single().Name.Should().Be("苹果");

        var optional = Join.Replace("\"code\" }", "\"code\", \"optional\": true }", StringComparison.Ordinal);
        (await desk.FinishAsync(path, ImportDesk.Small(
            ("\"source\": {}", optional), ("\"name\": \"item\"", "\"name\": \"coalesce(goods.name, item)\""))))
            .RejectFile.Should().BeNull();
    }

    [Fact]
    public async Task Commas_that_a_source_does_not_quote_go_back_to_the_column_the_mapping_names()
    {
        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": { \"unquoted\": \"Item\" }"));
        await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A, b, c,2,3", "2,2020-01-01,S1,A,1,1"), mapping);
        desk.Book.Documents.Select(document => document.Lines[0].ItemCode).Should().Equal("A, b, c", "A");

        using var other = new ImportDesk();
        var wrong = ImportDesk.Small(("\"source\": {}", "\"source\": { \"unquoted\": \"note\" }"));
        (await other.RefuseAsync(other.Rows("1,2020-01-01,S1,A,1,1"), wrong)).En.Should().Contain("no column 'note'");
    }

    [Theory]
    [InlineData("code,name\nA,1\nA,2\n", "goods.csv:3: code 'A' comes twice")]
    [InlineData("kode,name\nA,1\n", "columns missing: goods.csv → code; the file has: kode, name")]
    [InlineData("code,name\nA,\"1\nB,2\n", "goods.csv: line 2: a quotation mark")]
    [InlineData("code,name\nA\n", "goods.csv:2: the row has 1 fields")]
    [InlineData("code\nA\n", "no column 'goods.name'")]
    [InlineData(null, "goods.csv: there is no such file")]
    public async Task A_related_file_that_will_not_do_is_refused(string? content, string why)
    {
        if (content is not null)
        {
            desk.Write("goods.csv", content);
        }

        var mapping = ImportDesk.Small(
            ("\"source\": {}", "\"source\": {}, \"joins\": "
                + "[{ \"name\": \"goods\", \"file\": \"goods.csv\", \"on\": \"item\", \"key\": \"code\" }]"),
            ("\"name\": \"item\"", "\"name\": \"goods.name\""));
        (await desk.RefuseAsync(desk.Rows("1,2020-01-01,S1,A,1,1"), mapping)).En.Should().Contain(why);
    }
}
