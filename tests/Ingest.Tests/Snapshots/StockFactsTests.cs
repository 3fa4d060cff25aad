using Analytics.Fixtures;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Analytics.Star;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Facts of stock against a replay of the book's own movements, day by day and by hand.</summary>
public sealed class StockFactsTests(StockFactsTests.Stocked stocked) : IClassFixture<StockFactsTests.Stocked>
{
    [Fact]
    public async Task Each_day_of_an_item_in_a_depot_opens_moves_and_closes_as_a_replay_day_by_day_has_it()
    {
        var found = (await RowsAsync(stocked.Company, """
            select item_id || '|' || depot_id, from_date, to_date, opening_qty, in_qty, out_qty, closing_qty,
                opening_value_amount, in_value_amount, out_value_amount, revalued_amount, closing_value_amount
            from fact_daily_stock order by 1, 2
            """)).Select(NaiveDailyStock.Range.Of).ToList();

        var naive = await NaiveDailyStock.ReplayAsync(stocked.Company, byBatch: false);

        naive.Should().HaveCountGreaterThan(10);
        NaiveDailyStock.Differences(naive, found).Should().BeEmpty();
        found.Count.Should().Be(naive.Sum(pool => pool.Value.DaysOfChange));
        found.Should().Contain(one => one.Figures[7] != 0, "costs were adjusted");
    }

    [Fact]
    public async Task Each_day_of_a_batch_in_a_depot_opens_moves_and_closes_as_a_replay_day_by_day_has_it()
    {
        var found = (await RowsAsync(stocked.Company, """
            select item_id || '|' || depot_id || '|' || batch_id, from_date, to_date, opening_qty, in_qty, out_qty,
                closing_qty, 0, 0, 0, 0, 0
            from fact_daily_batch_stock order by 1, 2
            """)).Select(NaiveDailyStock.Range.Of).ToList();

        var naive = await NaiveDailyStock.ReplayAsync(stocked.Company, byBatch: true);

        naive.Keys.Should().Contain(key => key.EndsWith("|-1", StringComparison.Ordinal), "what moved before batches");
        NaiveDailyStock.Differences(naive, found).Should().BeEmpty();
        found.Count.Should().Be(naive.Sum(pool => pool.Value.DaysOfChange));
    }

    [Fact]
    public async Task Layers_are_what_is_left_when_issues_take_the_oldest_receipts_first()
    {
        var found = await RowsAsync(stocked.Company, """
            select depot_id, item_id, document_key, line_no, remaining_qty from fact_cost_layer
            order by depot_id, item_id, received_at, document_key, line_no
            """);

        var naive = await NaiveLayers.ReplayAsync(stocked.Company);

        naive.Should().HaveCountGreaterThan(20);
        found.Select(row => string.Join('|', row)).Should().Equal(naive);
    }

    [Fact]
    public async Task Layers_share_the_worth_of_the_stock_by_quantity_to_the_last_ten_thousandth()
    {
        var rows = await RowsAsync(stocked.Company, """
            select layer.depot_id || '|' || layer.item_id, layer.remaining_qty, layer.remaining_value_amount,
                daily.closing_qty, daily.closing_value_amount
            from fact_cost_layer as layer
            join fact_daily_stock as daily using (depot_id, item_id)
            where daily.to_date = date '9999-12-31'
            """);

        foreach (var pool in rows.GroupBy(row => (string)row[0]!))
        {
            pool.Sum(row => (decimal)row[2]!).Should().Be((decimal)pool.First()[4]!, pool.Key);
            pool.Should().AllSatisfy(row =>
                Math.Abs((decimal)row[2]! - ((decimal)row[4]! * (decimal)row[1]! / (decimal)row[3]!))
                    .Should().BeLessThan(0.0001m));
        }
    }

    [Fact]
    public async Task Each_step_of_a_trace_code_begins_where_the_one_before_ended()
    {
        var found = await RowsAsync(stocked.Company, """
            select trace_code, document_key, step_number, previous_document_key,
                if(from_location = 'depot', from_depot_id || '', from_location),
                if(to_location = 'depot', to_depot_id || '', to_location), trace_step
            from fact_trace_code order by trace_code, step_number
            """);

        var naive = await NaiveTraces.ReplayAsync(stocked.Company);

        naive.Should().HaveCountGreaterThan(40);
        found.Select(row => string.Join('|', row[..6])).Should().Equal(naive);
        found.Select(row => (string)row[6]!).Distinct().Should()
            .Contain(["received", "sold", "returned", "moved", "taken_back"]);
    }

    [Fact]
    public async Task A_batch_says_what_its_first_receipt_said()
    {
        var found = await RowsAsync(stocked.Company, """
            select batch_id, item_id, batch_no, coalesce(strftime(produced_date, '%Y%m%d'), '-1'),
                coalesce(strftime(batch_end_date, '%Y%m%d'), '-1'), expiry_precision, received_document_key,
                received_document_no
            from dim_batch where batch_id > 0 order by batch_id
            """);
        var book = await BookAsync(stocked.Company, """
            select b.batch_id, b.item_id, b.batch_no, b.produced_on || '', b.expires_on || '', b.expiry_precision,
                b.seq, d.document_no
            from batch b join document d on d.seq = b.seq order by b.batch_id
            """);

        found.Should().HaveCountGreaterThan(5);
        found.Select(row => string.Join('|', row)).Should().Equal(book.Select(row => string.Join('|', row)));
    }

    [Fact]
    public async Task A_movement_says_whose_document_caused_it_and_the_close_of_a_period_none()
    {
        var found = await RowsAsync(stocked.Company, """
            select document_key, line_no, document_line_no, store_key, party_key, item_key, batch_id, bin_id,
                is_reversal, is_adjustment
            from fact_stock_movement order by document_key, line_no
            """);
        var book = await BookAsync(stocked.Company, """
            select m.seq, m.line_no, m.document_line_no, coalesce(d.store_version_id, -1),
                coalesce(d.party_version_id, -1),
                coalesce(
                    (select l.item_version_id from document_line l
                    where l.seq = m.seq and l.line_no = m.document_line_no),
                    (select max(i.version_id) from item i where i.item_id = m.item_id and i.version_id <= m.seq)),
                m.batch_id, m.bin_id, case coalesce(d.is_reversal, 0) when 1 then 'True' else 'False' end,
                case m.document_line_no when 0 then 'True' else 'False' end
            from stock_movement m left join document d on d.seq = m.seq order by m.seq, m.line_no
            """);
        var closes = await RowsAsync(
            stocked.Company, "select count(*) from fact_stock_movement where document_kind = 'period_close'");

        found.Select(row => string.Join('|', row)).Should().Equal(book.Select(row => string.Join('|', row)));
        closes.Single()[0].Should().NotBe(0L);
    }

    [Fact]
    public async Task What_is_served_is_reconciled_with_the_book() =>
        (await Reconcile.RunAsync(stocked.Company.Book, stocked.Company.Star, new StarSessionOptions(), default))!
            .Findings.Should().BeEmpty();

    [Fact]
    public Task Stock_that_is_added_bit_by_bit_ends_as_a_whole_build_has_it() => AddedBitByBitAsync(2, 6);

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public Task Many_stocks_that_are_added_bit_by_bit_end_as_a_whole_build_has_them(int seed) =>
        AddedBitByBitAsync(seed, 3);

    [Fact]
    public async Task A_day_on_which_nothing_is_left_of_what_changed_begins_no_range()
    {
        await using var company = await CompanyFolder.CreateAsync(60);
        await company.PostMoreAsync();
        var number = (string)(await BookAsync(
            company, "select document_no from document where document_no like 'NEW%'")).Single()[0]!;
        await company.SnapshotAsync();
        const string Ranges =
            "select count(*) from fact_daily_stock where date '2026-04-01' between from_date and to_date";
        var before = await RowsAsync(company, Ranges + " and from_date = date '2026-04-01'");

        await using (var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default))
        {
            (await journal.PostAsync(new Reversal("sale:" + number, "BACK"), default))
                .Should().BeOfType<PostResult.Posted>();
        }

        (await company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>().Which.IsAdded.Should().BeTrue();
        before.Single()[0].Should().Be(1L);
        (await RowsAsync(company, Ranges + " and from_date = date '2026-04-01'")).Single()[0].Should().Be(0L);
        (await RowsAsync(company, Ranges)).Single()[0].Should().NotBe(0L);
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    private static async Task AddedBitByBitAsync(int seed, int every)
    {
        await using var company = await CompanyFolder.CreateAsync(0);
        await using var journal = await Journal.OpenAsync(company.Book, TimeProvider.System, default);
        var batches = new RoughStock(seed).Batches(160).ToList();
        var added = 0;
        for (var at = 0; at < batches.Count; at++)
        {
            await journal.PostAsync(batches[at], default);
            if ((at >= 140 || at is >= 78 and <= 90) && at % every == 0)
            {
                var outcome = (await company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>().Subject;
                added += outcome.IsAdded ? 1 : 0;
            }
        }

        added.Should().BeGreaterThan(12 / every);
        await company.SnapshotAsync();
        await IncrementTests.EqualsAWholeBuildAsync(company);
    }

    internal static async Task<List<object?[]>> BookAsync(CompanyFolder company, string sql)
    {
        await using var connection =
            new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={company.File("ledger.db")};Pooling=False");
        await connection.OpenAsync();
        return await Query.RowsAsync(connection, sql);
    }

    public sealed class Stocked : IAsyncLifetime
    {
        internal CompanyFolder Company { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Company = await CompanyFolder.CreateAsync(0);
            await using var journal = await Journal.OpenAsync(Company.Book, TimeProvider.System, default);
            foreach (var batch in new RoughStock(1).Batches(300))
            {
                await journal.PostAsync(batch, default);
            }

            (await Company.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.Published>();
        }

        public async Task DisposeAsync() => await Company.DisposeAsync();
    }
}
