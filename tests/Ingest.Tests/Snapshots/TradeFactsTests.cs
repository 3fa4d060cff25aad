using Analytics.Fixtures;
using Analytics.Ledger.Posting;
using Analytics.Star;
using Microsoft.Data.Sqlite;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Orders, purchases, deliveries, invoices, promotions, prices and steps of documents against the book's own
/// tables, over a history in which any step may be taken back.</summary>
public sealed class TradeFactsTests(TradeFactsTests.Traded traded) : IClassFixture<TradeFactsTests.Traded>
{
    private const string Orders = "'quotation', 'sales_contract', 'sales_order', 'return_order', 'purchase_plan', "
        + "'purchase_requisition', 'purchase_inquiry', 'purchase_comparison', 'purchase_order', 'arrival_notice', "
        + "'sales_invoice_request'";

    [Fact]
    public async Task What_followed_each_line_of_an_order_is_what_the_book_says_did()
    {
        var expected = await BookAsync($"""
            select f.seq || '|' || f.line_no || '|' || f.kind, f.qty from state_followed f
            join document d on d.seq = f.seq where d.kind in ({Orders}) and f.qty <> 0
            """);

        var found = await StarAsync("""
            select order_key || '|' || order_line_no || '|' || document_kind,
                (sum(if(document_kind = 'contract_change', -ordered_qty, followed_qty)) * 10000)::bigint
            from fact_order where order_step in ('followed', 'changed', 'given_back') group by all
            having sum(if(document_kind = 'contract_change', -ordered_qty, followed_qty)) <> 0
            """);

        found.Should().BeEquivalentTo(expected);
        found.Select(row => row.Split('|')[2]).Distinct().Should().HaveCountGreaterThan(8);
    }

    [Fact]
    public async Task Nothing_of_an_order_that_was_ended_or_reversed_is_open()
    {
        var done = await BookAsync($"""
            select d.seq || '', 0 from document d join state_document s on s.document_key = d.document_key
            where d.kind in ({Orders}) and s.status in ('terminated', 'reversed')
            """);

        var open = await StarAsync("""
            select order_key || '', (sum(open_qty) * 10000)::bigint from fact_order
            group by order_key, order_line_no having sum(open_qty) <> 0
            """);
        var steps = await StarAsync("select order_step, count(*) from fact_order group by all order by all");

        done.Should().HaveCountGreaterThan(10);
        open.Select(row => row.Split('|')[0]).Should().NotIntersectWith(done.Select(row => row.Split('|')[0]));
        steps.Select(row => row.Split('|')[0]).Should().Equal("changed", "ended", "followed", "given_back", "ordered");
    }

    [Theory]
    [InlineData(
        "select document_kind, sum(qty), sum(net_amount), sum(tax_amount), sum(landed_amount) from fact_purchase "
        + "where document_kind <> 'purchase_invoice' group by 1",
        "select d.kind, sum(case when d.kind <> 'landed_cost' then l.qty else 0 end), "
        + "sum(case when d.kind <> 'landed_cost' then l.net_amount else 0 end), "
        + "sum(case when d.kind <> 'landed_cost' then l.tax_amount else 0 end), "
        + "sum(case when d.kind = 'landed_cost' then l.net_amount else 0 end) from document_line l "
        + "join document d on d.seq = l.seq where d.kind in ('purchase_receipt', 'purchase_return', 'landed_cost') "
        + "group by 1")]
    [InlineData(
        "select 'estimate', sum(estimate_amount) from fact_purchase",
        "select 'estimate', sum(case when credit_account = '220202' then amount else 0 end) "
        + "- sum(case when debit_account = '220202' then amount else 0 end) from money_movement")]
    [InlineData(
        "select document_kind || invoice_side, sum(qty), sum(net_amount), sum(tax_amount) from fact_invoice group by 1",
        "select d.kind || case when o.kind like 'purchase%' then 'purchase' else 'sales' end, sum(i.qty), "
        + "sum(i.net_amount), sum(i.tax_amount) from invoice_line i join document d on d.seq = i.seq "
        + "join document o on o.seq = i.of_seq where d.kind <> 'sales_invoice_request' group by 1")]
    [InlineData(
        "select 'on the way', sum(unsigned_qty) from fact_delivery",
        "select 'on the way', sum(case when kind = 'delivery_note' then qty when is_reversal = 1 then abs(qty) "
        + "else -abs(qty) end) from document_line join document using (seq) "
        + "where kind in ('delivery_note', 'delivery_receipt')")]
    [InlineData(
        "select document_kind, sum(list_amount), sum(discount_amount), sum(gross_amount) "
        + "from fact_promotion group by 1",
        "select kind, sum(list_amount), sum(discount_amount), sum(net_amount + tax_amount) from document_line "
        + "join document using (seq) where promotion_id > 0 group by 1")]
    [InlineData(
        "select price_kind || price_list_id || party_id || item_id || strftime(valid_from_date, '%Y%m%d'), "
        + "sum(unit_price * 100) from fact_price where replaced_by_key = -1 group by 1",
        "select 'list' || price_list_id || -1 || item_id || valid_from, sum(unit_price) from state_price group by 1 "
        + "union all select 'customer' || -1 || party_id || item_id || valid_from, sum(unit_price) "
        + "from state_customer_price group by 1")]
    [InlineData(
        "select status_before || status_after || document_id, count(*) * 0.0001 from fact_approval group by 1",
        "select status_before || status_after || document_key, count(*) from status_change group by 1")]
    public async Task A_fact_adds_up_to_what_the_books_tables_do(string star, string book)
    {
        var found = await StarAsync(star, scale: 10_000);

        found.Should().NotBeEmpty();
        found.Should().BeEquivalentTo(await BookAsync(book));
    }

    [Fact]
    public async Task Each_step_of_a_document_bears_its_kind_and_number()
    {
        var steps = await StarAsync("select approval_step, count(*) from fact_approval group by 1 order by 1");
        var unnamed = await StarAsync(
            "select document_id, 1 from fact_approval where document_kind = '' or document_no = ''");

        steps.Select(row => row.Split('|')[0]).Should()
            .Contain(["drafted", "posted", "rejected", "reversed", "submitted", "terminated"]);
        unnamed.Should().BeEmpty();
    }

    [Fact]
    public Task Trade_that_is_added_bit_by_bit_ends_as_a_whole_build_has_it() => AddedBitByBitAsync(2, 6);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public Task Many_trades_that_are_added_bit_by_bit_end_as_a_whole_build_has_them(int seed) =>
        AddedBitByBitAsync(seed, 3);

    private static async Task AddedBitByBitAsync(int seed, int every)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        var batches = new RoughTrade(seed).Batches(200).ToList();
        var added = 0;
        for (var at = 0; at < batches.Count; at++)
        {
            await journal.PostAsync(batches[at], default);
            if (at >= 170 && at % every == 0)
            {
                var outcome = (await company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>().Subject;
                added += outcome.IsAdded ? 1 : 0;
            }
        }

        added.Should().BeGreaterThan(12 / every);
        await company.SnapshotAsync();
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    [Fact]
    public async Task What_is_served_is_reconciled_with_the_book()
    {
        var reconciled = await Reconcile.RunAsync(
            traded.Company.Book, traded.Company.Star, new StarSessionOptions(), default);

        reconciled!.Findings.Should().BeEmpty();
    }

    private async Task<List<string>> StarAsync(string sql, decimal scale = 1) =>
        [.. (await RowsAsync(traded.Company, sql)).Select(row => Text(row, scale))];

    private async Task<List<string>> BookAsync(string sql)
    {
        await using var connection =
            new SqliteConnection($"Data Source={traded.Company.File("ledger.db")};Pooling=False");
        await connection.OpenAsync();
        return [.. (await Query.RowsAsync(connection, sql)).Select(row => Text(row, 1))];
    }

    private static string Text(object?[] row, decimal scale) => string.Join(
        '|',
        row.Select(value => value is string text
            ? text
            : decimal.Round(Convert.ToDecimal(value, null) * scale).ToString("0", null)));

    public sealed class Traded : IAsyncLifetime
    {
        internal CompanyFolder Company { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Company = await CompanyFolder.CreateAsync(0);
            await Company.TradeAsync(400);
            (await Company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>();
        }

        public async Task DisposeAsync() => await Company.DisposeAsync();
    }
}
