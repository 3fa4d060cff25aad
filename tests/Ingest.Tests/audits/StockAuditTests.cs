using Analytics.Fixtures;
using Analytics.Ingest.Tests.Snapshots;
using Analytics.Ledger.Posting;

namespace Analytics.Ingest.Tests;

/// <summary>The audits of stock facts, each seen red on a book with batches, bins and trace codes.</summary>
public sealed class StockAuditTests : IClassFixture<StockAuditTests.Posted>
{
    private const string Staging = "staging";
    private const string Star = "star";

    private static readonly (string Audit, string Where, string Break)[] Cases =
    [
        ("stock_rows_off_control_totals", Staging, """
            delete from staging_stock_movement where (seq, line_no) = (
                select (seq, line_no) from staging_stock_movement where qty = 0 order by all limit 1)
            """),
        ("stock_rows_off_control_totals", Staging, "insert into staging_trace_code from staging_trace_code limit 1"),
        ("stock_rows_off_control_totals", Star, "delete from dim_batch where batch_no = 'N1'"),
        ("daily_stock_off_itself", Star, "update fact_daily_stock set opening_qty = opening_qty + 1 where in_qty > 0"),
        ("daily_stock_off_itself", Star, """
            update fact_daily_stock set to_date = to_date - 1 where to_date < date '9999-12-31' and out_qty > 0
            """),
        ("daily_stock_off_itself", Star, """
            delete from fact_daily_stock where (item_id, depot_id, from_date) = (
                select (item_id, depot_id, from_date) from fact_daily_stock
                where to_date < date '9999-12-31' order by all limit 1)
            """),
        ("daily_stock_off_itself", Star, """
            update fact_daily_stock set closing_value_amount = closing_value_amount + 0.0001,
                revalued_amount = revalued_amount + 0.0001 where to_date < date '9999-12-31'
            """),
        ("daily_stock_off_movements", Star, """
            update fact_daily_stock set in_qty = in_qty + 1, out_qty = out_qty + 2 where in_qty > 0
            """),
        ("daily_stock_off_movements", Star, """
            update fact_daily_stock set revalued_amount = 0 where revalued_amount <> 0
            """),
        ("daily_stock_off_on_hand", Staging, "update staging_stock_movement set depot_id = depot_id + 1000"),
        ("daily_stock_off_on_hand", Star, """
            update fact_daily_stock set closing_value_amount = closing_value_amount + 1
            where to_date = date '9999-12-31'
            """),
        ("daily_batch_stock_off_daily_stock", Star, "delete from fact_daily_batch_stock where batch_id = -1"),
        ("daily_batch_stock_off_daily_stock", Star, """
            update fact_daily_batch_stock set from_date = from_date + 1 where opening_qty = 0
            """),
        ("daily_batch_stock_off_daily_stock", Star, """
            update fact_daily_batch_stock set opening_qty = opening_qty + 1, closing_qty = closing_qty + 1
            where to_date < date '9999-12-31'
            """),
        ("daily_batch_stock_off_on_hand", Staging, """
            update staging_stock_movement set batch_id = (select max(batch_id) from staging_batch) where batch_id > 0
            """),
        ("daily_batch_stock_off_on_hand", Star, """
            delete from fact_daily_batch_stock where to_date = date '9999-12-31' and closing_qty > 0
            """),
        ("cost_layers_off_stock", Star, "update fact_cost_layer set remaining_qty = received_qty + 1"),
        ("cost_layers_off_stock", Star, """
            update fact_cost_layer set remaining_value_amount = remaining_value_amount + 0.0001
            """),
        ("cost_layers_off_stock", Star, """
            insert into fact_cost_layer from fact_cost_layer limit 1
            """),
        ("trace_code_chain_broken", Star, """
            delete from fact_trace_code where step_number = 1 and trace_code in (
                select trace_code from fact_trace_code where step_number = 2)
            """),
        ("trace_code_chain_broken", Star, """
            update fact_trace_code set from_depot_id = from_depot_id + 1 where step_number = 2
            """),
        ("trace_code_chain_broken", Star, """
            update fact_trace_code set to_location = 'lent', to_depot_id = -1
            where step_number = 1 and trace_code in (
                select trace_code from fact_trace_code where step_number = 2)
            """),
        ("orphan_key_in_fact_stock_movement", Star, "update fact_stock_movement set bin_id = 9 where bin_id > 0"),
        ("orphan_key_in_fact_stock_movement", Star, "update fact_stock_movement set batch_id = 9 where batch_id > 0"),
        ("orphan_key_in_fact_stock_movement", Star, "update fact_stock_movement set item_key = item_key + 999999"),
        ("orphan_key_in_fact_daily_stock", Star, "update fact_daily_stock set depot_id = 999999"),
        ("orphan_key_in_fact_daily_stock", Star, "update fact_daily_stock set to_date = from_date - 1"),
        ("orphan_key_in_fact_daily_batch_stock", Star, "update fact_daily_batch_stock set item_id = item_id + 1"),
        ("orphan_key_in_fact_daily_batch_stock", Star, "delete from dim_date where month_key = 202601"),
        ("orphan_key_in_fact_cost_layer", Star, "update fact_cost_layer set party_key = 999999"),
        ("orphan_key_in_fact_cost_layer", Star, "update fact_cost_layer set batch_id = 999999"),
        ("orphan_key_in_fact_trace_code", Star, "update fact_trace_code set to_depot_id = 999999"),
        ("orphan_key_in_fact_trace_code", Staging, "delete from staging_item where is_traced = 1"),
        ("orphan_key_in_dim_batch", Star, "insert into dim_batch from dim_batch"),
        ("orphan_key_in_dim_batch", Staging, "update staging_batch set party_id = 999999"),
    ];

    private readonly Posted posted;

    public StockAuditTests(Posted posted) => this.posted = posted;

    internal static IEnumerable<string> Broken => Cases.Select(broken => broken.Audit);

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
    public async Task An_audit_sees_stock_broken(int number, string audit)
    {
        var (_, where, sql) = Cases[number];

        var finding = where == Staging
            ? await posted.Book.WithStagingBrokenAsync(sql, audit)
            : await posted.Book.WithStarBrokenAsync(sql, audit);

        finding.Should().NotBeNull();
        finding!.Rows.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Unbroken_every_audit_passes_on_stock_by_batch_bin_and_code() =>
        (await posted.Book.FindingsAsync()).Should().BeEmpty();

    public sealed class Posted : IAsyncLifetime
    {
        internal AuditedBook Book { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var company = await CompanyFolder.CreateAsync(0);
            await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
            {
                foreach (var batch in new RoughStock(1).Batches(120))
                {
                    await journal.PostAsync(batch, default);
                }
            }

            Book = await AuditedBook.BuildAsync(company);
        }

        public async Task DisposeAsync() => await Book.DisposeAsync();
    }
}
