using System.Numerics;
using Analytics.Fixtures;

namespace Analytics.Star.Tests;

/// <summary>Measures of ranges of days and of layers, over rows made by hand.</summary>
public sealed class StockMeasureTests : IDisposable
{
    private static readonly DateOnly End = new(9999, 12, 31);

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Stock_of_a_day_and_over_a_period_is_asked_of_ranges()
    {
        await using var readers = await FilledAsync();

        (await AskAsync(readers, "fact_daily_stock", """
            stock_qty_on(closing_qty, from_date, to_date, date '2025-01-01'),
            stock_qty_on(closing_qty, from_date, to_date, date '2025-01-10'),
            stock_qty_on(closing_qty, from_date, to_date, date '2025-01-11'),
            stock_value_on(closing_value_amount, from_date, to_date, date '2025-01-10'),
            stock_qty_days(closing_qty, from_date, to_date, date '2025-01-09', date '2025-01-20'),
            stock_value_days(closing_value_amount, from_date, to_date, date '2024-12-01', date '2025-01-05'),
            stockout_days(closing_qty, from_date, to_date, date '2025-01-01', date '2025-01-31'),
            period_in_qty(in_qty, from_date, date '2025-01-02', date '2025-01-31'),
            period_out_qty(out_qty, from_date, date '2025-01-02', date '2025-01-31'),
            moving_item_count(item_id, out_qty, from_date, date '2025-01-01', date '2025-01-31')
            """))
            .Should().Equal(10m, 10m + 4m, 4m, 20m + 8m, 20m + (11 * 4m), 5 * 20m, 21m, 4m, 10m, 1m);
    }

    [Fact]
    public async Task What_nears_or_is_past_its_expiry_is_asked_of_batches()
    {
        await using var readers = await FilledAsync();

        (await AskAsync(readers, "fact_daily_batch_stock", """
            near_expiry_qty_on(closing_qty, batch_end_date, from_date, to_date, date '2025-01-10', 30),
            near_expiry_qty_on(closing_qty, batch_end_date, from_date, to_date, date '2025-01-10', 29),
            near_expiry_qty_on(closing_qty, batch_end_date, from_date, to_date, date '2025-02-10', 30),
            expired_qty_on(closing_qty, batch_end_date, from_date, to_date, date '2025-02-09'),
            expired_qty_on(closing_qty, batch_end_date, from_date, to_date, date '2025-02-10')
            """))
            .Should().Equal(7m, 0m, 0m, 0m, 7m);
    }

    [Fact]
    public async Task The_age_of_stock_is_asked_of_layers_with_bounds_or_without()
    {
        await using var readers = await FilledAsync();

        (await AskAsync(readers, "fact_cost_layer", """
            aged_qty(remaining_qty, received_date, date '2025-01-31', 0, 29),
            aged_qty(remaining_qty, received_date, date '2025-01-31', 30, 30),
            aged_qty(remaining_qty, received_date, date '2025-01-31', 31, null),
            aged_value(remaining_value_amount, received_date, date '2025-01-31', null, null)
            """))
            .Should().Equal(0m, 3m, 0m, 6m);
    }

    private static async Task<decimal[]> AskAsync(StarReaders readers, string table, string measures)
    {
        await using var lease = await readers.RentAsync(null, default);
        var rows = await Query.RowsAsync(lease.Connection, $"select {measures} from {lease.Schema}.{table}");
        return
        [
            .. rows.Single().Select(value => value is BigInteger days ? (decimal)days : Convert.ToDecimal(value, null)),
        ];
    }

    /// <summary>Of one item 10 pieces for ten days, then none; of another 4 from the tenth on.</summary>
    private async Task<StarReaders> FilledAsync()
    {
        var folder = new StarFolder(temp.File("star"));
        await using (var build = await StarBuild.StartAsync(folder, new(), TimeProvider.System, default))
        {
            using (var days = build.AppendTo("fact_daily_stock"))
            {
                Day(days, 1, (new(2025, 1, 1), new(2025, 1, 10)), (0m, 10m, 0m));
                Day(days, 1, (new(2025, 1, 11), End), (10m, 0m, 10m));
                Day(days, 2, (new(2025, 1, 10), End), (0m, 4m, 0m));
            }

            using (var batches = build.AppendTo("fact_daily_batch_stock"))
            {
                batches.Append(1L).Append(1L).Append(1L).Append(5L).Append("B").Append(new DateOnly(2025, 2, 9))
                    .Append(new DateOnly(2025, 1, 1)).Append(End).Append(0m).Append(7m).Append(0m).Append(7m).EndRow();
            }

            using (var layers = build.AppendTo("fact_cost_layer"))
            {
                layers.Append(9L).Append(1).Append("N").Append("purchase_receipt").Append(1L).Append(1L).Append(1L)
                    .Append(1L).Append(-1L).Append("").Append(End).Append(1L).Append(1L).Append("supplier")
                    .Append(new DateOnly(2025, 1, 1)).Append(new DateTime(2025, 1, 1)).Append(5m).Append(10m)
                    .Append(3m).Append(6m).EndRow();
            }

            await build.PublishAsync(new(7, "abc", DateTimeOffset.UnixEpoch, new(2025, 3, 1)), default);
        }

        return new StarReaders(folder, new());
    }

    private static void Day(
        RowAppender days, long item, (DateOnly From, DateOnly To) range,
        (decimal Opening, decimal In, decimal Out) moved)
    {
        var (opening, comes, goes) = moved;
        var closing = opening + comes - goes;
        days.Append(1L).Append(1L).Append(item).Append(range.From).Append(range.To).Append(opening).Append(comes)
            .Append(goes).Append(closing).Append(opening * 2).Append(comes * 2).Append(goes * 2).Append(0m)
            .Append(closing * 2).EndRow();
    }
}
