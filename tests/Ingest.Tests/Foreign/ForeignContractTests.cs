using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>What a mapping or a source may not do, and what is said of it.</summary>
public sealed class ForeignContractTests
{
    [Fact]
    public async Task Rows_that_break_the_contract_are_listed_counted_and_taken_when_mended()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        var sales = book.Lines.Where(line => line.DocumentNo[0] == 'T').ToList();
        var numbers = sales.Select(line => line.DocumentNo).Distinct().Take(7).ToList();
        string[] breaks =
        [
            $"update vretailbill set qty = 'abc' where ord = 1 and billid = {numbers[0][1..]}",
            $"update vretailbill set taxtotal = 1.23456 where ord = 1 and billid = {numbers[1][1..]}",
            $"update vretailbill set ptypeid = 'gone' where ord = 1 and billid = {numbers[2][1..]}",
            $"update vretailbillindex set billdate = null where billid = {numbers[3][1..]}",
            $"update vretailbillindex set billdate = 'yesterday' where billid = {numbers[4][1..]}",
            $"update vretailbill set discounttotal = 1e15 where ord = 1 and billid = {numbers[5][1..]}",
            $"insert into vretailbillindex select * from vretailbillindex where billid = {numbers[6][1..]}",
        ];

        await book.ExecuteAsync(string.Join(";\n", breaks));
        var published = await desk.PublishAsync();

        var listed = desk.Quarantined();
        string[][] told =
        [
            ["stock_movement.sql", "qty", "abc", "is no number: mend it in the source"],
            ["document_line.sql", "item_code", "", "is empty: fill it in in the source"],
            ["document_line.sql", "net_amount", "-1000000000000000", "is too large a number: mend it in the source"],
            ["document.sql", "business_date", "", "is empty: fill it in in the source"],
            ["document.sql", "business_date", "yesterday", "is no date: mend it in the source"],
        ];
        var cells = listed.Select(row => string.Join('|', row[0], row[3], row[4], row[6])).ToList();
        cells.Should().Contain(told.Select(row => string.Join('|', row)));
        cells.Should().Contain(cell => cell.StartsWith("document_line.sql|tax_amount|-1.23456|has too many decimals"));
        cells.Should().Contain(cell => cell.StartsWith("document.sql|document_id|") && cell.Contains("comes twice"));
        listed.Should().OnlyContain(row => row[1].Length > 0 && row[5].Length > 0);
        var left = sales.Where(line => !numbers.Contains(line.DocumentNo)).Sum(line => line.Net)
            + book.Lines.Where(line => line.DocumentNo[0] == 'B')
                .Where(line => line.Kind.StartsWith("sale", StringComparison.Ordinal)).Sum(line => line.Net);
        (await desk.RowsAsync("select sum(net_amount) from fact_sales")).Should().Equal(
            left.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
        published.Quarantined.Should().Be(listed.Select(row => (row[0], row[1])).Distinct().Count());
        desk.History.Latest(1)[0].Steps.Sum(step => step.Quarantined).Should().Be(published.Quarantined);

        string[] mends =
        [
            $"update vretailbill set qty = -1, costtotal = costtotal where ord = 1 and billid = {numbers[0][1..]}",
            $"delete from vretailbillindex where rowid in (select max(rowid) from vretailbillindex "
                + $"where billid = {numbers[6][1..]})",
            $"update vretailbillindex set billdate = '2026-02-02 10:00:00' where billid in ({numbers[3][1..]}, "
                + $"{numbers[4][1..]})",
        ];
        await book.ExecuteAsync(string.Join(";\n", mends));
        await desk.SnapshotAsync();
        desk.Quarantined().Select(row => row[2]).Where(id => id.Length > 0).Distinct()
            .Should().HaveCount(3, "three documents are still broken");
    }

    [Fact]
    public async Task All_that_a_mapping_lacks_or_has_too_much_is_said_at_once_and_nothing_is_built()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false, documents: 6);
        using var desk = new ForeignDesk(book.Settings);
        desk.CopyShipped((table, sql) => table switch
        {
            "item" => sql.Replace("item.fullname as item_name,", "item.fullname as title,", StringComparison.Ordinal),
            "store" => sql.Replace("place.fullname", "place.name", StringComparison.Ordinal),
            "employee" => "select 'E1' as employee_code, 'x' as employee_name, 'y' as Employee_Name",
            _ => sql,
        });

        var outcome = await desk.SnapshotAsync();

        var lines = outcome.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Split('\n');
        lines.Should().HaveCount(4);
        lines[0].Should().Be("grasp/item.sql: column item_name (varchar) is missing: add it to the select.");
        lines[1].Should().StartWith("grasp/item.sql: column title is not known: take it out, or call it one of item_");
        lines[2].Should().StartWith("grasp/store.sql: the source refuses it (").And.Contain("name");
        lines[3].Should().StartWith("grasp/employee.sql: column ").And.Contain("given twice");
        Directory.Exists(desk.Star.FullPath).Should().BeFalse();
    }

    [SkippableFact]
    public async Task A_column_of_another_type_is_said_before_anything_is_built()
    {
        Skip.IfNot(GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres: true, documents: 6);
        using var desk = new ForeignDesk(book.Settings);
        await book.ExecuteAsync("alter table vretailbill alter column taxtotal type varchar(30);"
            + "alter table bakdlyorder alter column taxtotal type varchar(30)");
        desk.CopyShipped((table, sql) => table == "document_line"
            ? sql.Replace("-line.taxtotal as tax_amount", "line.taxtotal as tax_amount", StringComparison.Ordinal)
                .Replace("case when bill.billtype in (34, 706, 6, 708) then line.taxtotal else -line.taxtotal end",
                    "cast(line.taxtotal as varchar(30))", StringComparison.Ordinal)
            : sql);

        var outcome = await desk.SnapshotAsync();

        outcome.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Split('\n').Should().HaveCount(2)
            .And.Contain("grasp/document_line.sql: column tax_amount is character varying(30), not decimal(18, 4): "
                + "cast it.");
    }

    [Fact]
    public async Task A_mapping_that_is_not_whole_and_a_database_that_is_not_there_are_refused_in_one_line()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false, documents: 6);
        using var none = new ForeignDesk(book.Settings with { Name = "nobody" });
        using var partly = new ForeignDesk(book.Settings);
        using var nowhere = new ForeignDesk(
            book.Settings with { Connection = "Data Source=/nowhere/x.db;Mode=ReadOnly;Pooling=False" });
        using var unknown = new ForeignDesk(book.Settings with { Provider = "Abacus" });
        partly.Map("document", "select 1 as document_id");
        partly.Map("documents", "select 1");

        (await RefusedAsync(none)).Should().ContainSingle().Which.Should()
            .Contain("no mapping 'nobody'").And.Contain("grasp");
        (await RefusedAsync(partly)).Should().HaveCount(2)
            .And.Contain(line => line.StartsWith("grasp/documents.sql: no table has this name"))
            .And.Contain(line => line.StartsWith("grasp/control.sql is missing"));
        (await RefusedAsync(nowhere)).Should().ContainSingle().Which.Should().Contain("cannot be opened");
        (await RefusedAsync(unknown)).Should().ContainSingle().Which.Should().Contain("Abacus");
    }

    [Fact]
    public async Task Stock_that_a_refused_document_moved_is_not_held_against_what_the_source_has()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        var sale = book.Lines.First(line => line.DocumentNo[0] == 'T');
        await book.ExecuteAsync(
            $"update vretailbill set costtotal = 'x' where ord = 1 and billid = {sale.DocumentNo[1..]}");

        (await desk.PublishAsync()).Quarantined.Should().BeGreaterThan(2);

        // Stock that nothing moves is still held against it.
        await book.ExecuteAsync("update goodsstocks set qty = qty + 1");
        (await desk.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings
            .Select(finding => finding.Audit).Should().BeEquivalentTo(
                "stock_off_on_hand", "daily_stock_off_on_hand", "daily_batch_stock_off_on_hand");
    }

    private static async Task<string[]> RefusedAsync(ForeignDesk desk) =>
        (await desk.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Split('\n');
}
