using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Analytics.Ledger.Purchasing;

/// <summary>What was paid for items, and last (采购价一览、最近进价). Receipts that were reversed do not count, nor gifts.
/// </summary>
/// <remarks>Of one moment the receipt posted last is the last one.</remarks>
public sealed class PriceHistory(BookReader view)
{
    private const long AllParties = -2;

    /// <summary>The last price of an item; null where it never was bought.</summary>
    /// <param name="itemId">Durable id.</param>
    /// <param name="partyId">Of this supplier; null of any.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<PurchasePrice?> LastAsync(long itemId, long? partyId, CancellationToken ct) =>
        await ReadAsync(itemId, partyId, 1, ct).SingleOrDefaultAsync(ct);

    /// <summary>The prices of an item, the latest first.</summary>
    /// <param name="itemId">Durable id.</param>
    /// <param name="partyId">Of this supplier; null of all.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Stops reading.</param>
    public IAsyncEnumerable<PurchasePrice> ReadAsync(long itemId, long? partyId, int most, CancellationToken ct)
    {
        var command = view.Command(LedgerSql.Text("sql/purchase_prices.sql"));
        command.Bind("@item_id", itemId);
        command.Bind("@party_id", partyId ?? AllParties);
        command.Bind("@most", (long)most);
        return RowsAsync(command, ct);
    }

    /// <summary>The last price of each item of each supplier, by item and supplier.</summary>
    public IAsyncEnumerable<PurchasePrice> LastOfEachAsync(CancellationToken ct) =>
        RowsAsync(view.Command(LedgerSql.Text("sql/last_purchase_prices.sql")), ct);

    private static async IAsyncEnumerable<PurchasePrice> RowsAsync(
        DbCommand command, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var disposed = command;
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            yield return new PurchasePrice(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), (int)rows.GetInt64(3),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)), new Qty(rows.GetInt64(5)),
                new Money(rows.GetInt64(6)), new Money(rows.GetInt64(7)))
            {
                PartyCode = rows.GetString(8),
                PartyName = rows.GetString(9),
                ItemCode = rows.GetString(10),
                ItemName = rows.GetString(11),
            };
        }
    }
}
