using Analytics.Ingest.Tests.Snapshots;

namespace Analytics.Ingest.Tests;

/// <summary>Each audit is seen red once, by breaking on purpose what it watches.</summary>
public sealed class AuditTests : IClassFixture<AuditTests.Posted>
{
    private const string Staging = "staging";
    private const string Star = "star";

    private static readonly (string Audit, string Where, string Break)[] Cases =
    [
        ("sales_off_control_totals", Staging, """
            delete from staging_document_line
            where (seq, line_no) = (
                select (line.seq, line.line_no) from staging_document_line as line
                inner join staging_document as document using (seq)
                where document.kind = 'sale' order by all limit 1)
            """),
        ("sales_off_control_totals", Staging, """
            insert into staging_document_line from staging_document_line where seq in (
                select seq from staging_document where kind = 'sale' order by seq limit 5)
            """),
        ("sales_off_control_totals", Staging, """
            update staging_document_line set net_amount = -net_amount, qty = -qty where seq in (
                select seq from staging_document where kind = 'sale_return')
            """),
        ("sales_off_control_totals", Staging, "delete from staging_cost_adjustment"),
        ("sales_off_control_totals", Star, "update fact_sales set cost_amount = cost_amount + 1 where line_no = 2"),
        ("sales_off_control_totals", Star, "update fact_sales set discount_amount = 0"),
        ("sales_off_control_totals", Star, "update fact_sales set tax_amount = tax_amount + 1 where line_no = 3"),
        ("stock_off_control_totals", Staging, "update staging_stock_movement set qty = qty + 1 where line_no = 1"),
        ("stock_off_control_totals", Star, "update fact_stock_movement set value_amount = -value_amount"),
        ("stock_off_on_hand", Staging, "delete from staging_stock_movement where counter_location = -3"),
        ("stock_off_on_hand", Star, "update fact_stock_movement set depot_id = -depot_id"),
        ("money_off_control_totals", Staging, "insert into staging_money_movement from staging_money_movement"),
        ("unknown_measure_in_control_totals", Staging, "insert into staging_control values (202601, 'gifts', 1)"),
        ("orphan_key_in_fact_sales", Staging, "delete from staging_item where item_code = 'P001'"),
        ("orphan_key_in_fact_sales", Staging, "delete from staging_store where store_code = 'S2'"),
        ("orphan_key_in_fact_sales", Staging, "delete from staging_party where party_code = 'C2'"),
        ("orphan_key_in_fact_sales", Staging, "delete from staging_employee"),
        ("orphan_key_in_fact_sales", Star, "update fact_sales set depot_id = 999999"),
        ("orphan_key_in_fact_sales", Star, "delete from dim_date where month_key = 202511"),
        ("orphan_key_in_fact_stock_movement", Staging, "delete from staging_item where item_code = 'P002'"),
        ("orphan_key_in_fact_stock_movement", Star, "update fact_stock_movement set depot_id = 999999"),
        ("orphan_key_in_fact_stock_movement", Star, "delete from dim_party where party_id = -1"),
        ("orphan_key_in_fact_stock_movement", Star, "delete from dim_date where month_key = 202512"),
        ("orphan_key_in_fact_money", Staging, "delete from staging_store where store_code = 'S1'"),
        ("orphan_key_in_fact_money", Staging, "delete from staging_party where party_code = 'V1'"),
        ("orphan_key_in_fact_money", Star, "delete from dim_date where month_key = 202601"),
        ("account_not_in_dim_account", Star, "delete from dim_account where account_code = '1405'"),
        ("account_not_in_dim_account", Staging, "update staging_money_movement set debit_account = '9999'"),
        ("orphan_key_in_fact_store_day", Star, "update fact_store_day set store_id = 999999"),
        ("orphan_key_in_fact_store_day", Star, "insert into fact_store_day from fact_store_day limit 1"),
        ("orphan_key_in_fact_store_day", Star, "delete from dim_date where month_key = 202511"),
        ("store_day_off_control_totals", Staging, "delete from staging_document where kind = 'sale_return'"),
        ("store_day_off_control_totals", Star, "update fact_store_day set document_count = document_count + 1"),
        ("version_not_unique", Staging, "insert into staging_item from staging_item limit 1"),
        ("version_not_unique", Star, "update dim_item set is_current = true"),
        ("version_not_unique", Star, "update dim_store set is_current = false where store_code = 'S1'"),
        ("version_not_unique", Star, "insert into dim_employee from dim_employee"),
        ("version_not_unique", Star, "insert into dim_date from dim_date limit 1"),
        ("code_not_unique", Staging, "update staging_item set item_code = 'P001' where item_code = 'P002'"),
        ("code_not_unique", Staging, "update staging_party set party_code = 'C1' where party_code = 'C2'"),
        ("code_not_unique", Staging, "update staging_store set store_code = 'S1'"),
        ("amounts_do_not_add_up", Star, "update fact_sales set margin_amount = net_amount"),
        ("amounts_do_not_add_up", Star, "update fact_sales set gross_amount = gross_amount + 0.0001"),
        ("amounts_do_not_add_up", Star, "update fact_sales set month_key = 202601 where month_key = 202602"),
        ("rollup_sales_day_store_off_facts", Star, "delete from rollup_sales_day_store where month_key = 202601"),
        ("rollup_sales_day_store_off_facts", Star, "update rollup_sales_day_store set qty = qty + 0.0001"),
        ("rollup_sales_month_item_off_facts", Star, "insert into rollup_sales_month_item from rollup_sales_month_item"),
        ("rollup_sales_month_item_off_facts", Star, "update rollup_sales_month_item set cost_amount = -cost_amount"),
        ("rollup_sales_month_store_off_facts", Star, "update rollup_sales_month_store set store_id = -store_id"),
        ("rollup_sales_month_store_off_facts", Star, "update rollup_sales_month_store set margin_amount = 0"),
        ("rollup_sales_day_item_off_facts", Star, "update rollup_sales_day_item set list_amount = list_amount + 1"),
        ("rollup_sales_day_item_off_facts", Star, "delete from rollup_sales_day_item where item_id % 2 = 0"),
        ("rollup_sales_day_hour_off_facts", Star, "update rollup_sales_day_hour set hour_id = hour_id + 1"),
        ("rollup_sales_day_hour_off_facts", Star, "update rollup_sales_day_hour set ticket_count = 0"),
        ("rollup_sales_day_employee_off_facts", Star, "update rollup_sales_day_employee set gross_amount = 0"),
        ("rollup_sales_month_party_off_facts", Star, "update rollup_sales_month_party set party_id = -party_id - 9"),
        ("rollups_off_facts_by_month", Star, "update rollup_sales_month_party set net_amount = net_amount + 0.0001"),
        ("rollups_off_facts_by_month", Star, "delete from rollup_sales_day_item where month_key = 202601"),
        ("sales_off_control_totals", Star, "update fact_sales set ticket_count = 1"),
        ("sales_off_control_totals", Star, "update fact_sales set list_amount = gross_amount"),
        ("orphan_key_in_fact_sales", Star, "update fact_sales set channel_id = 999999"),
        ("table_shrank", Staging, "insert into staging_row_count values ('fact_sales', 89, 100)"),
        ("purchase_off_control_totals", Staging, "delete from staging_accrual_line where amount > 0"),
        ("purchase_off_control_totals", Star, "update fact_purchase set net_amount = -net_amount"),
        ("order_off_control_totals", Star, "delete from fact_order where order_step = 'changed'"),
        ("order_off_control_totals", Star, "update fact_order set ordered_tax_amount = ordered_tax_amount + 1"),
        ("delivery_off_control_totals", Star, "update fact_delivery set signed_qty = dispatched_qty"),
        ("invoice_off_control_totals", Staging, "delete from staging_invoice_line where line_no = 1"),
        ("promotion_off_control_totals", Star, "update fact_promotion set discount_amount = list_amount"),
        ("price_off_control_totals", Staging, "insert into staging_price from staging_price"),
        ("approval_off_control_totals", Staging, "delete from staging_status_change where status_after = 'reversed'"),
        ("orphan_key_in_fact_purchase", Star, "update fact_purchase set depot_id = 999999"),
        ("orphan_key_in_fact_order", Star, "update fact_order set party_key = 999999"),
        ("orphan_key_in_fact_delivery", Star, "update fact_delivery set item_key = item_key + 999999"),
        ("orphan_key_in_fact_invoice", Star, "update fact_invoice set employee_id = 999999"),
        ("orphan_key_in_fact_promotion", Star, "update fact_promotion set store_key = 999999"),
        ("orphan_key_in_fact_price", Star, "update fact_price set party_id = 999999 where price_kind = 'customer'"),
        ("orphan_key_in_fact_approval", Star, "delete from dim_date where month_key = 202611"),
    ];

    private readonly Posted posted;

    public AuditTests(Posted posted) => this.posted = posted;

    public static TheoryData<int, string> Numbers()
    {
        var numbers = new TheoryData<int, string>();
        for (var i = 0; i < Cases.Length; i++)
        {
            numbers.Add(i, Cases[i].Audit);
        }

        return numbers;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task An_audit_sees_what_it_watches_broken(int number, string audit)
    {
        var (_, where, sql) = Cases[number];

        var finding = where == Staging
            ? await posted.Book.WithStagingBrokenAsync(sql, audit)
            : await posted.Book.WithStarBrokenAsync(sql, audit);

        finding.Should().NotBeNull();
        finding!.Rows.Should().NotBeEmpty();
        finding.MustNotBe.Should().StartWith("No ");
    }

    [Fact]
    public async Task Unbroken_every_audit_passes() => (await posted.Book.FindingsAsync()).Should().BeEmpty();

    [Fact]
    public void Every_audit_has_been_broken_once() =>
        Audits.All.Select(audit => audit.Name).Should().BeEquivalentTo(
            Cases.Select(broken => broken.Audit)
                .Concat(MoneyAuditTests.Broken).Concat(StockAuditTests.Broken).Distinct());

    public sealed class Posted : IAsyncLifetime
    {
        internal AuditedBook Book { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var company = await CompanyFolder.CreateAsync(250);
            await company.TradeAsync(150);
            Book = await AuditedBook.BuildAsync(company);
        }

        public async Task DisposeAsync() => await Book.DisposeAsync();
    }
}
