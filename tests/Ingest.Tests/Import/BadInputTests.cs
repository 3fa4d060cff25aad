using System.Text;
using Analytics.Ingest.Import;

namespace Analytics.Ingest.Tests.Import;

/// <summary>Each kind of bad input gets one clear line: what, where, what to do.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly ImportDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("<html><body><table>", "a web page")]
    [InlineData("PK\u0003\u0004garbage", "zip archive")]
    [InlineData("%PDF-1.7", "binary")]
    [InlineData("no,date\0\0\0", "binary")]
    public async Task A_csv_that_is_something_else_is_refused(string content, string what)
    {
        var said = await desk.RefuseAsync(desk.Write("rows.csv", content));
        said.En.Should().StartWith("rows.csv: ").And.Contain(what).And.NotContain("\n");
        said.Zh.Should().StartWith("rows.csv：");
    }

    [Theory]
    [InlineData("<html><body><table>", "a web page")]
    [InlineData("no,date,store\n", "plain text")]
    [InlineData("PK\u0003\u0004garbage that is no archive", "damaged")]
    public async Task A_workbook_that_is_something_else_is_refused(string content, string what)
    {
        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": { \"format\": \"xlsx\" }"));
        (await desk.RefuseAsync(desk.Write("rows.xlsx", content), mapping)).En.Should().Contain(what);
    }

    [Fact]
    public async Task An_empty_zip_named_xlsx_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, true))
        {
            zip.CreateEntry("readme.txt");
        }

        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": { \"format\": \"xlsx\" }"));
        (await desk.RefuseAsync(desk.Write("rows.xlsx", bytes.ToArray()), mapping)).En.Should().Contain("damaged");
    }

    [Fact]
    public async Task A_row_of_a_workbook_is_named_by_its_number_in_the_sheet()
    {
        var path = Path.Combine(Path.GetDirectoryName(desk.Write("x", ""))!, "rows.xlsx");
        Workbook.Write(
            path,
            [
                ImportDesk.Head.Split(','), ["1", "2020-01-01", "S1", "A", "1", "1"], [],
                ["2", "2020-01-02", "S1", "A", "x", "1"],
            ],
            "date",
            "yyyy-MM-dd");
        var mapping = ImportDesk.Small(("\"source\": {}", "\"source\": { \"format\": \"xlsx\" }"));
        var result = await desk.FinishAsync(path, mapping);

        result.RowsRead.Should().Be(2);
        ImportDesk.Rejects(result).Single()[..2].Should().Equal("4", "2");
        desk.Book.Documents.Single().DocumentNo.Should().Be("1");
    }

    [Fact]
    public async Task A_sheet_that_is_not_there_is_named_with_those_that_are()
    {
        var path = Path.Combine(Path.GetDirectoryName(desk.Write("x", ""))!, "rows.xlsx");
        string[][] rows = [ImportDesk.Head.Split(','), ["1", "2020-01-01", "S1", "A", "1", "1"]];
        Workbook.Write(path, rows, "date", "yyyy-MM-dd");
        var mapping = ImportDesk.Small(
            ("\"source\": {}", "\"source\": { \"format\": \"xlsx\", \"sheet\": \"sales\" }"));
        (await desk.RefuseAsync(path, mapping)).En.Should().Contain("no sheet 'sales'; there are: orders");
    }

    [Fact]
    public async Task A_folder_where_the_mapping_names_no_file_is_refused()
    {
        var folder = Directory.CreateDirectory(desk.TempFolder).FullName;
        (await desk.RefuseAsync(folder)).En.Should().Contain("is a folder");
    }

    [Fact]
    public async Task A_missing_file_an_empty_file_and_a_head_without_rows_are_refused()
    {
        (await desk.RefuseAsync(Path.Combine(desk.TempFolder, "none.csv"))).En.Should().Contain("no such file");
        (await desk.RefuseAsync(desk.Write("rows.csv", ""))).En.Should().Contain("empty");
        (await desk.RefuseAsync(desk.Rows())).En.Should().Contain("no rows");
    }

    [Fact]
    public async Task A_missing_column_is_named_with_those_there_are()
    {
        var said = await desk.RefuseAsync(desk.Write("rows.csv", "no,date,store,item,qty\n1,2020-01-01,S1,A,1\n"));
        said.En.Should().Contain("columns missing: amount; the file has: no, date, store, item, qty.");
    }

    [Fact]
    public async Task A_head_with_a_name_twice_is_refused()
    {
        var said = await desk.RefuseAsync(desk.Write("rows.csv", ImportDesk.Head + ",Qty\n"));
        said.En.Should().Contain("'qty' twice");
    }

    [Theory]
    [InlineData("1,03.01.2020,S1,A,1,5", "'03.01.2020' is not a date of the form yyyy-MM-dd")]
    [InlineData("1,2020-02-30,S1,A,1,5", "'2020-02-30' is not a date")]
    [InlineData("1,2020-01-01,S1,A,1,\"1,234.50\"", "'1,234.50' has the separator ','")]
    [InlineData("1,2020-01-01,S1,A,-1,5", "quantity -1 must be above zero")]
    [InlineData("1,2020-01-01,S1,A,0,5", "quantity 0 must be above zero")]
    [InlineData("1,2020-01-01,S1,A,1,-5", "amount -5.00 must not be negative")]
    [InlineData("1,2020-01-01,S1,A,1,1.00001", "more than four decimals")]
    [InlineData("1,2020-01-01,S1,A,1,", "net_amount [amount]: is empty")]
    [InlineData("1,2020-01-01,S1,A,many,5", "'many' is not a number")]
    [InlineData("1,2020-01-01,S9,A,1,5", "no store S9")]
    [InlineData("1,2020-01-01,S1", "the row has 3 fields, the head 6: is it cut off?")]
    [InlineData("1,2020-01-01,S1,A,1,5,6", "the row has 7 fields, the head 6")]
    [InlineData(",2020-01-01,S1,A,1,5", "document_no [no]: is empty")]
    public async Task A_bad_row_refuses_its_document_and_no_other(string bad, string reason)
    {
        var result = await desk.FinishAsync(desk.Rows("0,2020-01-01,S1,A,1,1", bad, "2,2020-01-01,S1,B,1,1"));

        desk.Book.Documents.Select(document => document.DocumentNo).Should().Equal("0", "2");
        var row = ImportDesk.Rejects(result).Should().ContainSingle().Subject;
        row[0].Should().Be("3");
        row[2].Should().NotBeEmpty();
        row[3].Should().Contain(reason);
        result.Counts.DocumentsRefused.Should().Be(1);
        result.HasRefusals.Should().BeTrue();
    }

    [Fact]
    public async Task The_good_rows_of_a_refused_document_say_with_which_line_they_were_refused()
    {
        var result = await desk.FinishAsync(desk.Rows(
            "1,2020-01-01,S1,A,1,1", "1,2020-01-01,S1,B,x,1", "1,2020-01-01,S1,C,1,y", "2,2020-01-01,S1,A,1,1"));

        var rows = ImportDesk.Rejects(result);
        rows.Select(row => row[0]).Should().Equal("2", "3", "4");
        rows[0][3].Should().StartWith("refused with line 3");
        rows[0][2].Should().StartWith("因第 3 行有误");
        rows[1][3].Should().Contain("'x' is not a number");
        rows[2][3].Should().Contain("'y' is not a number");
        result.Counts.RowsRefused.Should().Be(3);
    }

    [Fact]
    public async Task A_damaged_row_that_does_not_say_its_document_refuses_both_neighbours()
    {
        var mapping = ImportDesk.Small(("\"document_no\": \"no\"", "\"document_no\": \"amount\""));
        var result = await desk.FinishAsync(
            desk.Rows("1,2020-01-01,S1,A,1,1", "1,2020-0", "1,2020-01-01,S1,A,1,2", "1,2020-01-01,S1,A,1,3"), mapping);

        desk.Book.Documents.Select(document => document.DocumentNo).Should().Equal("3");
        ImportDesk.Rejects(result).Select(row => row[0]).Should().Equal("2", "3", "4");
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing_and_refuses_nothing()
    {
        var path = desk.Rows("1,2020-01-01,S1,A,1,1", "2,2020-01-01,S1,B,1,1");
        await desk.FinishAsync(path);
        var entries = desk.Book.Posted.Count;

        var again = await desk.FinishAsync(path);
        again.Counts.Should().Be(new ImportCounts { DocumentsAlreadyThere = 2 });
        again.RejectFile.Should().BeNull();
        desk.Book.Posted.Should().HaveCount(entries);
    }

    [Fact]
    public async Task A_document_that_changed_since_it_was_imported_is_refused()
    {
        await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,1,1"));
        var result = await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,2,1"));
        ImportDesk.Rejects(result).Single()[3].Should().Contain("imported before with other content");
    }

    [Fact]
    public async Task Rows_of_a_document_that_stand_apart_are_refused_and_none_is_posted()
    {
        var result = await desk.FinishAsync(desk.Rows(
            "1,2020-01-01,S1,A,1,1", "2,2020-01-01,S1,A,1,1", "1,2020-01-01,S1,B,1,1"));

        desk.Book.Documents.Select(document => document.DocumentNo).Should().Equal("2");
        ImportDesk.Rejects(result).Should().HaveCount(2)
            .And.OnlyContain(row => row[3].Contains("must be adjacent: set \"sort\": true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1,2020-01-01,S1,\"A,1,1\n2,2020-01-01,S1,A,1,1\n")]
    [InlineData("1,2020-01-01,S1,\"A\"x,1,1\n2,2020-01-01,S1,A,1,1\n")]
    public async Task A_quote_that_is_wrong_stops_the_import_before_anything_is_posted(string rows)
    {
        var path = desk.Write("rows.csv", $"{ImportDesk.Head}\n0,2020-01-01,S1,A,1,1\n{rows}");
        var said = await desk.RefuseAsync(path);
        said.En.Should().Contain("line 3").And.Contain("quot");
    }

    [Fact]
    public async Task A_record_without_end_is_refused_without_being_held()
    {
        var endless = new StringBuilder($"{ImportDesk.Head}\n1,2020-01-01,S1,\"");
        endless.Append('x', 3 << 20);
        (await desk.RefuseAsync(desk.Write("rows.csv", endless.ToString()))).En.Should().Contain("longer than 1 MB");
    }

    [Fact]
    public async Task Rows_that_contradict_the_document_are_refused()
    {
        var result = await desk.FinishAsync(desk.Rows("1,2020-01-01,S1,A,1,1", "1,2020-01-02,S1,A,1,1"));
        ImportDesk.Rejects(result)[1][3].Should().Contain("date differs from the document's first row");
        desk.Book.Documents.Should().BeEmpty();
    }

    [Fact]
    public async Task A_document_longer_than_the_book_takes_is_refused_row_by_row()
    {
        var rows = Enumerable.Range(0, 10_050).Select(_ => "1,2020-01-01,S1,A,1,1").Append("2,2020-01-01,S1,A,1,1");
        var result = await desk.FinishAsync(desk.Rows([.. rows]));
        result.Counts.Should().BeEquivalentTo(new { DocumentsPosted = 1, DocumentsRefused = 1, RowsRefused = 10_050 });
        ImportDesk.Rejects(result).Should().OnlyContain(row =>
            row[3].Contains("too many lines", StringComparison.Ordinal));
    }
}
