using System.Globalization;
using Analytics.Fixtures;

namespace Analytics.Ingest.Tests.Foreign;

/// <summary>Batches of a foreign database and what lay of them on each day, beside a count of what moved.</summary>
public sealed class ForeignBatchTests
{
    private const string Stock = """
        select item.item_code, store.store_code, stock.batch_no,
            coalesce(strftime(stock.batch_end_date, '%Y-%m-%d'), ''), stock.closing_qty
        from fact_daily_batch_stock as stock
        join dim_item as item on item.item_id = stock.item_id
        join dim_store as store on store.store_id = stock.depot_id
        where date '$day' between stock.from_date and stock.to_date and stock.closing_qty <> 0
        order by all
        """;

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Batches_lie_each_day_where_movements_left_them(bool isPostgres)
    {
        Skip.If(isPostgres && !GraspBook.HasPostgres, "ANALYTICS_TEST_POSTGRES is not set");
        await using var book = await GraspBook.CreateAsync(isPostgres);
        using var desk = new ForeignDesk(book.Settings);

        (await desk.PublishAsync()).Quarantined.Should().Be(0);

        (await desk.RowsAsync("""
            select item_code, batch_no, strftime(produced_date, '%Y-%m-%d'), strftime(batch_end_date, '%Y-%m-%d'),
                strftime(received_date, '%Y-%m-%d'), received_document_no, expiry_precision
            from dim_batch join dim_item using (item_id) where batch_id > 0 order by item_code, batch_no
            """)).Should().Equal(Batches(book));
        (await desk.RowsAsync(
            "select distinct item_code from dim_item where is_batch_tracked order by 1")).Should().Equal(
            "P1", "P2", "P3", "P4");
        for (var day = new DateOnly(2025, 12, 31); day < new DateOnly(2026, 3, 25); day = day.AddDays(7))
        {
            var sql = Stock.Replace("$day", Date(day), StringComparison.Ordinal);
            (await desk.RowsAsync(sql)).Should().Equal(Lying(book, day), $"of {Date(day)}");
        }
    }

    [Fact]
    public async Task A_batch_that_lies_in_another_quantity_than_the_source_says_is_not_published()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        // The item's sum stays right.
        await book.ExecuteAsync(
            "update goodsstocks set qty = qty + case blockno when 'L1' then 1 else -1 end "
            + "where ktypeid = '00001' and blockno <> '' and ptypeid = '000010000100001'");

        (await desk.SnapshotAsync()).Should().BeOfType<SnapshotOutcome.AuditFailed>().Which.Findings
            .Select(finding => finding.Audit).Should().Equal("daily_batch_stock_off_on_hand");
    }

    [Fact]
    public async Task A_source_without_batches_or_without_stock_by_batch_leaves_them_out()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var bare = new ForeignDesk(book.Settings);
        using var uncounted = new ForeignDesk(book.Settings);
        bare.CopyShipped((table, sql) => table switch
        {
            "batch" => "select null as item_code, null as batch_no where false",
            "stock_movement" => $"select m.*, null as batch_no from (select document_id, line_no, item_code, "
                + $"depot_code, counter_location, qty, value_amount from ({Bare(sql)})) as m",
            "on_hand" => Together(sql),
            _ => sql,
        });
        uncounted.CopyShipped((table, sql) => table == "on_hand" ? Together(sql) : sql);

        await bare.PublishAsync();
        await uncounted.PublishAsync();

        (await bare.RowsAsync("select count(*) from fact_daily_batch_stock")).Should().Equal("0");
        (await uncounted.RowsAsync(Stock.Replace("$day", "2026-12-31", StringComparison.Ordinal)))
            .Should().Equal(Lying(book, new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public async Task A_movement_of_a_batch_that_is_not_there_leaves_out_its_document()
    {
        await using var book = await GraspBook.CreateAsync(isPostgres: false);
        using var desk = new ForeignDesk(book.Settings);
        desk.CopyShipped((table, sql) => table == "batch"
            ? $"select * from ({Bare(sql)}) where not (item_code = 'P2' and batch_no = 'L2')"
            : sql);

        await desk.PublishAsync();

        var of = book.Moves.Where(move => move is { Item: "P2", Batch: "L2" }).Select(move => move.DocumentNo).ToList();
        desk.Quarantined().Where(row => row[3] == "batch_no" && row[0] == "stock_movement.sql")
            .Select(row => row[4]).Should().HaveCount(of.Count).And.OnlyContain(cell => cell == "L2");
        (await desk.RowsAsync("select distinct document_no from fact_stock_movement order by 1")).Should().Equal(
            book.Moves.Select(move => move.DocumentNo).Distinct().Except(of).Order(StringComparer.Ordinal));
    }

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');

    private static string Together(string sql) =>
        "select item_code, depot_code, round(sum(qty), 4) as qty, round(sum(value_amount), 4) as value_amount "
        + $"from ({Bare(sql)}) group by item_code, depot_code";

    private static IEnumerable<string> Batches(GraspBook book) => book.Moves
        .Where(move => move.Batch.Length > 0)
        .GroupBy(move => (move.Item, move.Batch)).OrderBy(of => of.Key)
        .Select(of =>
        {
            var first = of.OrderBy(move => move.Qty <= 0).ThenBy(move => move.At).First();
            return string.Join(
                '|', of.Key.Item, of.Key.Batch, Date(GraspMove.Produced(of.Key.Batch)),
                Date(GraspMove.Expires(of.Key.Batch)), Date(DateOnly.FromDateTime(first.At)), first.DocumentNo, "day");
        });

    private static IEnumerable<string> Lying(GraspBook book, DateOnly day) => book.Moves
        .Where(move => move.Item[1] <= '4' && DateOnly.FromDateTime(move.At) <= day)
        .GroupBy(move => (move.Item, move.Store, move.Batch)).OrderBy(of => of.Key)
        .Select(of => (of.Key, Qty: of.Sum(move => move.Qty)))
        .Where(of => of.Qty != 0)
        .Select(of => string.Join(
            '|', of.Key.Item, of.Key.Store, of.Key.Batch,
            of.Key.Batch.Length == 0 ? "" : Date(GraspMove.Expires(of.Key.Batch)),
            of.Qty.ToString("0.0000", CultureInfo.InvariantCulture)));

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
