namespace Analytics.Ledger.Posting;

/// <summary>What lies where.</summary>
internal sealed partial class StateTables
{
    public List<Batch> Batches(long itemId) => Of("batches_of_item", "item_id").All(
        Transaction,
        row => new Batch(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3),
            new Expiry(row.GetInt64(4), row.GetString(5))),
        itemId);

    public void PutBatch(long itemId, Batch batch) => Of(
            "put_batch", "item_id", "batch_no", "lot_no", "batch_id", "produced_on", "expires_on",
            "expiry_precision")
        .Run(
            Transaction, itemId, batch.BatchNo, batch.LotNo, batch.BatchId, batch.ProducedOn, batch.Expiry.LastDay,
            batch.Expiry.Precision);

    /// <summary>Whether all that moved a batch was reversed at its own moment, and nothing else says anything of it.
    /// </summary>
    public bool IsGone(long itemId, long batchId) => Of("find_batch_gone", "item_id", "batch_id").First(
        Transaction, row => row.GetInt64(0) == 1, itemId, batchId);

    public Dictionary<StockCell, long> Stock(long itemId, long depotId) =>
        Of("stock_of_depot", "item_id", "depot_id").All(
                Transaction,
                row => (Cell: new StockCell(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), Qty: row.GetInt64(3)),
                itemId, depotId)
            .ToDictionary(row => row.Cell, row => row.Qty);

    public List<long> ItemsIn(long depotId) => Of("items_in_depot", "depot_id")
        .All(Transaction, row => row.GetInt64(0), depotId);

    /// <summary>What the movements without batch and bin add up to: reads all of the item's in the depot.</summary>
    public long PlainStock(long itemId, long depotId) => Of("plain_stock", "item_id", "depot_id")
        .First(Transaction, row => row.GetInt64(0), itemId, depotId);

    /// <summary>What moved of an item in a depot after a moment.</summary>
    public List<(long BatchId, long BinId, long Qty)> MovedAfter(long itemId, long depotId, long businessAt) =>
        Of("moved_after", "item_id", "depot_id", "business_at").All(
            Transaction, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), itemId, depotId, businessAt);

    /// <summary>Receipts of an item from suppliers up to a moment, latest first.</summary>
    public List<(long Seq, long Qty, long Value)> BoughtUntil(long itemId, long businessAt) =>
        Of("bought_until", "item_id", "business_at", "supplier").All(
            Transaction, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), itemId, businessAt,
            (long)Location.Supplier);

    public bool HasMoved(long itemId) => Of("has_moved", "item_id")
        .First(Transaction, row => row.GetInt64(0) == 1, itemId);

    public void PutStock((long ItemId, long DepotId) of, StockCell cell, long qty) =>
        Of("put_stock", "item_id", "depot_id", "expires_on", "batch_id", "bin_id", "qty")
            .Run(Transaction, of.ItemId, of.DepotId, cell.ExpiresOn, cell.BatchId, cell.BinId, qty);

    public void DropStock((long ItemId, long DepotId) of, StockCell cell) =>
        Of("drop_stock", "item_id", "depot_id", "expires_on", "batch_id", "bin_id")
            .Run(Transaction, of.ItemId, of.DepotId, cell.ExpiresOn, cell.BatchId, cell.BinId);

    public List<((long ItemId, long BatchId, long DepotId) Key, long Seq)> Freezes() => Of("all_freezes")
        .All(Transaction, row => ((row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), row.GetInt64(3)));

    public void PutFreeze((long ItemId, long BatchId, long DepotId) key, long seq) =>
        Of("put_freeze", "item_id", "batch_id", "depot_id", "seq")
            .Run(Transaction, key.ItemId, key.BatchId, key.DepotId, seq);

    public void DropFreeze((long ItemId, long BatchId, long DepotId) key) =>
        Of("drop_freeze", "item_id", "batch_id", "depot_id").Run(Transaction, key.ItemId, key.BatchId, key.DepotId);

    public TracedPack? Pack(string code) => Of("find_trace_code", "code").First(
        Transaction,
        row => new TracedPack(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), code);

    public void PutPack(string code, TracedPack pack) =>
        Of("put_trace_code", "code", "item_id", "batch_id", "location", "seq")
            .Run(Transaction, code, pack.ItemId, pack.BatchId, pack.Location, pack.Seq);
}
