using System.Globalization;
using Analytics.Fixtures;
using Analytics.Ingest.Tests.Snapshots;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>The shipped mapping on the tables it is for, in each of the engines the program carries.</summary>
public sealed class ForeignSnapshotTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_foreign_book_becomes_a_star_of_what_it_holds(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres);
        using var desk = new ForeignDesk(book.Settings);

        var published = await desk.PublishAsync();

        published.Quarantined.Should().Be(0);
        desk.Quarantined().Should().BeEmpty();
        (await FactsAsync(desk, "fact_sales", "discount_amount, sales.cost_amount")).Should().Equal(
            Expected(book, "sale", line => $"{Text(line.Discount)}|{Text(line.Cost)}"));
        (await FactsAsync(desk, "fact_purchase", "gross_amount")).Should().Equal(
            Expected(book, "purchase", line => Text(line.Net + line.Tax)));
        (await desk.RowsAsync("select category1_name, category2_name, item_name from dim_item where item_code = 'P3'"))
            .Should().Equal("药品|感冒药|商品3");
        (await desk.RowsAsync("select count(*) from fact_sales where business_minute "
            + "= (hour(business_at) * 60 + 480 + minute(business_at)) % 1440")).Should().Equal(
            published.Manifest.Rows["fact_sales"].ToString(CultureInfo.InvariantCulture));
        published.Manifest.LastBusinessDate.Year.Should().Be(2026);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unchanged_it_publishes_nothing_and_any_change_is_seen(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres);
        using var desk = new ForeignDesk(book.Settings);
        desk.CopyShipped((_, sql) => sql.Replace("order by document_id, line_no;", "", StringComparison.Ordinal));
        var first = await desk.PublishAsync();
        var keys = await desk.RowsAsync("select item_key, item_id from dim_item order by all");

        var again = await desk.SnapshotAsync();
        // Written in another order, and the same.
        await book.ExecuteAsync(
            "create table copy as select * from vinoutstocktable order by qty; delete from vinoutstocktable;"
            + "insert into vinoutstocktable select * from copy; drop table copy");
        var reordered = await desk.SnapshotAsync();
        await book.ExecuteAsync("update ptype set fullname = '改名' where usercode = 'P1'");
        var renamed = await desk.SnapshotAsync();

        again.Should().BeOfType<SnapshotOutcome.Unchanged>().Which.Generation.Should().Be(first.Manifest.Generation);
        reordered.Should().BeOfType<SnapshotOutcome.Unchanged>();
        renamed.Should().BeOfType<SnapshotOutcome.Published>();
        (await desk.RowsAsync("select item_key, item_id from dim_item order by all")).Should().Equal(keys);
        (await desk.RowsAsync("select item_name from dim_item where item_code = 'P1'")).Should().Equal("改名");
        desk.History.Latest(9).Select(run => run.Ending).Should().Equal(
            SnapshotEnding.Published, SnapshotEnding.Unchanged, SnapshotEnding.Unchanged, SnapshotEnding.Published);
    }

    [Fact]
    public async Task The_book_read_as_a_foreign_database_has_the_sales_purchases_and_stock_of_its_own_snapshot()
    {
        await using var company = await CompanyFolder.CreateAsync(250);
        await company.SnapshotAsync();
        var source = $"Data Source={company.File("ledger.db")};Mode=ReadOnly;Pooling=False";
        using var desk = new ForeignDesk(new("own_ledger", "SQLite", source));
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Foreign", "own_ledger")))
        {
            desk.Map(Path.GetFileNameWithoutExtension(file), await File.ReadAllTextAsync(file));
        }

        await desk.PublishAsync();

        foreach (var sql in Same)
        {
            var own = (await SnapshotTests.RowsAsync(company, sql)).Select(row => string.Join('|', row)).ToList();
            own.Count.Should().BeGreaterThan(10);
            (await desk.RowsAsync(sql)).Should().Equal(own);
        }
    }

    [Fact]
    public async Task What_the_source_adds_up_to_otherwise_is_not_published()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        // Its own sums know a line that the mapping of lines leaves out.
        desk.CopyShipped((table, sql) => table == "document_line"
            ? sql.Replace("ticket.draft = 0", "ticket.draft = 0 and line.ord = 1", StringComparison.Ordinal)
            : sql);

        var outcome = await desk.SnapshotAsync();

        var findings = outcome.Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings;
        findings.Should().ContainSingle().Which.Audit.Should().Be("sales_off_control_totals");
        desk.Star.Current().Should().BeNull();
    }

    [Fact]
    public async Task A_source_that_shrank_or_is_empty_keeps_what_is_served()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        await desk.PublishAsync();
        await book.ExecuteAsync("delete from vretailbillindex where billid > 30");
        await book.ExecuteAsync("delete from goodsstocks; delete from inigoodsstocks");
        desk.CopyShipped((table, sql) => table is "stock_movement" or "on_hand" ? sql + "-- " : sql);
        await book.ExecuteAsync(
            "insert into goodsstocks select ptypeid, ktypeid, sum(qty), sum(cost), blockno, null, null from ("
            + "select l.ptypeid, l.ktypeid, l.qty, l.costtotal as cost, l.blockno from vinoutstocktable as l "
            + "join vbillindex_query as b on b.billid = l.billid where b.draft = 0 and b.redword = 0 union all "
            + "select l.ptypeid, t.ktypeid, l.qty, l.costtotal, l.blockno from vretailbill as l "
            + "join vretailbillindex as t on t.billid = l.billid where t.draft = 0) group by 1, 2, 5");

        var shrunk = await desk.SnapshotAsync();
        var accepted = await desk.SnapshotAsync(new() { AcceptShrink = true });
        await book.ExecuteAsync("delete from vbillindex_query; delete from vretailbillindex; delete from goodsstocks;"
            + "delete from dlyndxorder");
        var empty = await desk.SnapshotAsync(new() { AcceptShrink = true });

        shrunk.Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings
            .Should().ContainSingle().Which.Audit.Should().Be("table_shrank");
        accepted.Should().BeOfType<SnapshotOutcome.Published>();
        empty.Should().BeOfType<SnapshotOutcome.Refused>().Which.Line.Should().Contain("gives no document");
    }

    private static readonly string[] Same =
    [
        """
        select sales.document_no, sales.line_no, sales.document_kind, sales.business_date, sales.business_minute,
            sales.business_at, store.store_code, party.party_code, employee.employee_code, item.item_code,
            sales.qty, sales.net_amount, sales.tax_amount, sales.gross_amount, sales.discount_amount,
            sales.cost_amount, sales.margin_amount, sales.tender
        from fact_sales as sales
        join dim_store as store using (store_key) join dim_party as party using (party_key)
        join dim_employee as employee using (employee_key) join dim_item as item using (item_key)
        where sales.document_kind <> 'cost_adjustment'
        order by all
        """,
        """
        select purchase.document_no, purchase.line_no, purchase.business_date, item.item_code, purchase.qty,
            purchase.net_amount, purchase.tax_amount
        from fact_purchase as purchase join dim_item as item using (item_key)
        order by all
        """,
        """
        select stock.document_no, stock.business_date, item.item_code, depot.store_code, stock.counter_location,
            stock.qty, stock.value_amount
        from fact_stock_movement as stock
        join dim_item as item on item.item_id = stock.item_id and item.is_current
        join dim_store as depot on depot.store_id = stock.depot_id and depot.is_current
        where stock.qty <> 0
        order by all
        """,
    ];

    private static IEnumerable<string> Expected(GraspBook book, string kind, Func<GraspLine, string> rest) => book.Lines
        .Where(line => line.Kind.StartsWith(kind, StringComparison.Ordinal))
        .OrderBy(line => line.DocumentNo, StringComparer.Ordinal).ThenBy(line => line.LineNo)
        .Select(line => string.Join('|',
            line.DocumentNo, line.LineNo, line.Kind, line.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            line.Store, line.Item, Text(line.Qty), Text(line.Net), Text(line.Tax), rest(line)));

    private static Task<List<string>> FactsAsync(ForeignDesk desk, string table, string rest) => desk.RowsAsync($"""
        select sales.document_no, sales.line_no, sales.document_kind, strftime(sales.business_date, '%Y-%m-%d'),
            store.store_code, item.item_code, sales.qty, sales.net_amount, sales.tax_amount, sales.{rest}
        from {table} as sales
        join dim_store as store using (store_key) join dim_item as item using (item_key)
        order by sales.document_no, sales.line_no
        """);

    private static string Text(decimal value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
