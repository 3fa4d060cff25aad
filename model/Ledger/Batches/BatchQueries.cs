using Analytics.Ledger.Posting;
using Analytics.Ledger.Reading;

namespace Analytics.Ledger.Batches;

/// <summary>What the book says of batches and trace codes, in one view of it (批次跟踪, 追溯查询).</summary>
public sealed class BatchQueries(BookReader view)
{
    /// <summary>Stock by item, depot, batch and bin, first to go first; what is zero is left out.</summary>
    /// <param name="itemCode">Empty for all items.</param>
    /// <param name="depotCode">Empty for all depots.</param>
    /// <param name="ct">Stops reading.</param>
    public Task<IReadOnlyList<BatchStock>> StockAsync(string itemCode, string depotCode, CancellationToken ct) =>
        StockAsync(itemCode, depotCode, None.Id, ct);

    /// <summary>Stock whose last day of use is a day or before it: near its expiry, or past it (近效期).</summary>
    /// <param name="to">The last day looked at.</param>
    /// <param name="depotCode">Empty for all depots.</param>
    /// <param name="ct">Stops reading.</param>
    public Task<IReadOnlyList<BatchStock>> NearExpiryAsync(DateOnly to, string depotCode, CancellationToken ct) =>
        StockAsync("", depotCode, Dates.Number(to), ct);

    /// <summary>Every movement of a batch, from the supplier to the customer and back, in the order of
    /// business.</summary>
    /// <param name="itemCode">The item.</param>
    /// <param name="batchNo">The batch.</param>
    /// <param name="lotNo">Empty for all lots.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<BatchMovement>> MovementsAsync(
        string itemCode, string batchNo, string lotNo, CancellationToken ct) => await view.RowsAsync(
        "sql/batch_movements.sql",
        row => new BatchMovement(
            row.GetInt64(0), row.GetString(1), row.GetString(2), At(row.GetInt64(3)), Dates.Date(row.GetInt64(4)),
            row.GetString(5), (Location)row.GetInt64(6), row.GetString(7), row.GetString(8), row.GetString(9),
            new Qty(row.GetInt64(10)), row.GetInt64(11) == 1),
        ct, ("@item_code", itemCode), ("@batch_no", batchNo), ("@lot_no", lotNo));

    /// <summary>Every step of a trace code, in the order it was recorded; none where it never moved.</summary>
    public async Task<IReadOnlyList<TraceStep>> StepsAsync(string code, CancellationToken ct) => await view.RowsAsync(
        "sql/trace_steps.sql",
        row => new TraceStep(
            row.GetInt64(0), row.GetString(1), row.GetString(2), At(row.GetInt64(3)), Dates.Date(row.GetInt64(4)),
            row.GetString(5), row.GetString(6), row.GetInt64(7) < 0 ? (Location)row.GetInt64(7) : Location.None,
            row.GetString(8), row.GetString(9), row.GetString(10)),
        ct, ("@code", code));

    /// <summary>Lines of traced items without a code, by business date, both ends included.</summary>
    public async Task<IReadOnlyList<UncodedLine>> WithoutCodesAsync(DateOnly from, DateOnly to, CancellationToken ct) =>
        await view.RowsAsync(
            "sql/lines_without_codes.sql",
            row => new UncodedLine(
                row.GetInt64(0), row.GetString(1), row.GetString(2), Dates.Date(row.GetInt64(3)), row.GetInt64(4),
                row.GetString(5), new Qty(row.GetInt64(6))),
            ct, ("@from_date", Dates.Number(from)), ("@to_date", Dates.Number(to)));

    private async Task<IReadOnlyList<BatchStock>> StockAsync(
        string itemCode, string depotCode, long expiresTo, CancellationToken ct) => await view.RowsAsync(
        "sql/stock_by_batch.sql",
        row => new BatchStock(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
            row.GetString(5), row.GetInt64(6) < 0 ? null : Dates.Date(row.GetInt64(6)), row.GetString(7),
            row.GetInt64(8) == 1, new Qty(row.GetInt64(9))),
        ct, ("@item_code", itemCode), ("@depot_code", depotCode), ("@expires_to", expiresTo));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
