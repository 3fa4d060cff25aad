using System.Collections.Immutable;
using System.Data.Common;
using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Posting;

/// <summary>What costing keeps and looks up.</summary>
internal sealed partial class StateTables
{
    /// <summary>Milliseconds of a day, by which the movements are indexed (migrations/0003_movements.sql).</summary>
    public const long Day = 86_400_000;

    public PoolState Pool(PoolKey key)
    {
        var found = Of("find_pool", "item_id", "depot_id", "batch_id").First(
            Transaction,
            row => new PoolState(
                new Pool(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), []),
                OrderKey.Of(row.GetInt64(3), row.GetString(4)), row.GetInt64(5), null, false),
            key.ItemId, key.DepotId, key.BatchId);
        return found is null
            ? PoolState.Empty
            : found with { Pool = found.Pool with { Queue = Queue(key) } };
    }

    /// <summary>Writes a pool, and of its queue what differs from <paramref name="before"/>.</summary>
    public void PutPool(PoolKey key, Pool before, PoolState state)
    {
        var after = state.Pool;
        Of(
                "put_pool", "item_id", "depot_id", "batch_id", "qty", "value", "last_cost", "last_business_at",
                "last_order", "moves")
            .Run(
                Transaction, key.ItemId, key.DepotId, key.BatchId, after.Qty, after.Value, after.LastCost,
                state.LastKey.BusinessAt, state.LastKey.Text, state.Moves);
        if (ReferenceEquals(before.Queue, after.Queue))
        {
            return;
        }

        var isLayer = after.Qty > 0 ? 1L : 0L;
        var isOfOneSort = isLayer == (before.Qty > 0 ? 1L : 0L);
        using var kept = before.Queue.GetEnumerator();
        var has = kept.MoveNext();
        foreach (var item in after.Queue)
        {
            // Both queues rise by place, so one walk over both tells what is gone and what is new.
            for (; has && kept.Current.Place < item.Place; has = kept.MoveNext())
            {
                DropQueued(key, kept.Current.Place);
            }

            var isKept = has && kept.Current.Place == item.Place;
            if (!isKept || !isOfOneSort || kept.Current != item)
            {
                PutQueued(key, item, isLayer);
            }

            has = isKept ? kept.MoveNext() : has;
        }

        for (; has; has = kept.MoveNext())
        {
            DropQueued(key, kept.Current.Place);
        }
    }

    /// <summary>The latest checkpoint of a pool not after a moment; the pool's beginning where there is none.</summary>
    public (long BusinessAt, Pool Pool, bool IsBeginning) Checkpoint(PoolKey key, long businessAt) =>
        Of("find_checkpoint", "item_id", "depot_id", "batch_id", "business_at").First<(long, Pool, bool)?>(
            Transaction, row => (row.GetInt64(0), PoolText.Read(row.GetString(1)), false),
            key.ItemId, key.DepotId, key.BatchId, businessAt)
        ?? (long.MinValue, Costing.Pool.Empty, true);

    public void PutCheckpoint(PoolKey key, long businessAt, Pool pool) =>
        Of("put_checkpoint", "item_id", "depot_id", "batch_id", "business_at", "pool")
            .Run(Transaction, key.ItemId, key.DepotId, key.BatchId, businessAt, PoolText.Of(pool));

    public void DropCheckpoints(PoolKey key, long after) =>
        Of("drop_checkpoints", "item_id", "depot_id", "batch_id", "business_at")
            .Run(Transaction, key.ItemId, key.DepotId, key.BatchId, after);

    /// <summary>The first and the last day with movements, as milliseconds of their beginnings; null where nothing
    /// moved yet.</summary>
    public (long First, long Last)? MovementDays() => Of("movement_days").First<(long, long)?>(
        Transaction, row => checked((row.GetInt64(0) * Day, row.GetInt64(1) * Day)));

    /// <summary>Movements of a pool from a moment on and before another, in order of moment only.</summary>
    public List<CostEvent> Movements(PoolKey key, long businessAt, long before)
    {
        var isByBatch = key.BatchId >= 0;
        return key.DepotId < 0
            ? ItemMovements(key.ItemId, businessAt, before, isCompanyWide: true, isByBatch)
            : Of("pool_movements", "item_id", "depot_id", "business_at", "before").All(
                Transaction, Reader(isCompanyWide: false, isByBatch), key.ItemId, key.DepotId, businessAt, before);
    }

    /// <summary>Movements of an item in all depots from a moment on and before another, in order of moment
    /// only.</summary>
    public List<CostEvent> ItemMovements(
        long itemId, long businessAt, long before, bool isCompanyWide, bool isByBatch) =>
        Of("item_movements", "item_id", "business_at", "before")
            .All(Transaction, Reader(isCompanyWide, isByBatch), itemId, businessAt, before);

    /// <summary>Every item that moved, with its method and whether its pool is the company's.</summary>
    public List<(long ItemId, string Method, bool IsCompanyWide)> CostedItems() => Of("costed_items")
        .All(Transaction, row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2) == 1));

    public List<(PoolKey Key, long BusinessAt, string Text)> Checkpoints(long itemId) =>
        Of("checkpoints_of_item", "item_id").All(
            Transaction,
            row => (new PoolKey(itemId, row.GetInt64(0), row.GetInt64(1)), row.GetInt64(2), row.GetString(3)),
            itemId);

    public CostEvent? Movement(MovementRef reference, bool isCompanyWide, bool isByBatch) =>
        Of("find_movement", "seq", "line_no")
            .First(Transaction, Reader(isCompanyWide, isByBatch), reference.Seq, reference.LineNo);

    /// <summary>The movements of an entry, each in the pool that its item's class says.</summary>
    public List<CostEvent> EntryMovements(long seq, Func<long, (bool IsCompanyWide, bool IsByBatch)> ofItem) =>
        Of("entry_movements", "seq").All(
            Transaction,
            row =>
            {
                var (isCompanyWide, isByBatch) = ofItem(row.GetInt64(2));
                return Reader(isCompanyWide, isByBatch)(row);
            },
            seq);

    public List<CostEvent> TakenBackBy(MovementRef source, bool isCompanyWide, bool isByBatch) =>
        Of("taken_back_by", "source_seq", "source_line_no")
            .All(Transaction, Reader(isCompanyWide, isByBatch), source.Seq, source.LineNo);

    /// <summary>How much of a movement was taken back, and the least of it, below zero where some was given back.
    /// </summary>
    public (long Qty, long Least) TakenQty(MovementRef source) => Of("taken_qty", "source_seq", "source_line_no")
        .First(Transaction, row => (row.GetInt64(0), row.GetInt64(1)), source.Seq, source.LineNo);

    public void PutTakenBack(MovementRef source, MovementRef by, long qty) =>
        Of("put_taken_back", "source_seq", "source_line_no", "seq", "line_no", "qty")
            .Run(Transaction, source.Seq, source.LineNo, by.Seq, by.LineNo, qty);

    public void DropTakenBack(MovementRef source, long seq) =>
        Of("drop_taken_back", "source_seq", "source_line_no", "seq")
            .Run(Transaction, source.Seq, source.LineNo, seq);

    public (long AdjustedCost, bool WasUncovered) MovementState(MovementRef reference) =>
        Of("find_movement_state", "seq", "line_no")
            .First(Transaction, row => (row.GetInt64(0), row.GetInt64(1) == 1), reference.Seq, reference.LineNo);

    public void AddMovementState(MovementRef reference, long adjustedCost, bool wasUncovered, long revalued) =>
        Of("add_movement_state", "seq", "line_no", "adjusted_cost", "was_uncovered", "revalued")
            .Run(Transaction, reference.Seq, reference.LineNo, adjustedCost, wasUncovered ? 1L : 0L, revalued);

    private void DropQueued(PoolKey key, long place) =>
        Of("drop_pool_queue", "item_id", "depot_id", "batch_id", "place")
            .Run(Transaction, key.ItemId, key.DepotId, key.BatchId, place);

    private void PutQueued(PoolKey key, QueueItem item, long isLayer) => Of(
            "put_pool_queue", "item_id", "depot_id", "batch_id", "place", "is_layer", "seq", "line_no", "qty", "value",
            "effective", "is_cost_explicit")
        .Run(
            Transaction, key.ItemId, key.DepotId, key.BatchId, item.Place, isLayer, item.Ref.Seq, item.Ref.LineNo,
            item.Qty, item.Value, item.Effective, item.IsCostExplicit ? 1L : 0L);

    private ImmutableList<QueueItem> Queue(PoolKey key) =>
    [
        .. Of("find_pool_queue", "item_id", "depot_id", "batch_id").All(
            Transaction,
            row => new QueueItem(
                row.GetInt64(0), new MovementRef(row.GetInt64(1), row.GetInt64(2)), row.GetInt64(3), row.GetInt64(4),
                row.GetInt64(5), row.GetInt64(6) == 1),
            key.ItemId, key.DepotId, key.BatchId),
    ];

    private static Func<DbDataReader, CostEvent> Reader(bool isCompanyWide, bool isByBatch) => row =>
    {
        var depot = row.GetInt64(3);
        var qty = row.GetInt64(11);
        var source = new MovementRef(row.GetInt64(7), row.GetInt64(8));
        var basis = (CostBasis)row.GetInt64(6);
        var key = new OrderKey(
            row.GetInt64(9), OrderKey.RankOf(qty, basis, source), row.GetString(12), row.GetString(13),
            row.GetInt64(1));
        return new CostEvent(
            new MovementRef(row.GetInt64(0), row.GetInt64(1)),
            new PoolKey(row.GetInt64(2), isCompanyWide ? -1 : depot, isByBatch ? row.GetInt64(4) : -1),
            key, qty, basis, row.GetInt64(15),
            new OwnWorth(row.GetInt64(18), row.GetInt64(19), row.GetInt64(20), row.GetInt64(21)), source,
            row.GetInt64(16) == 1,
            new CostBooking(
                row.GetInt64(10), row.GetInt64(14), row.GetInt64(5), depot, (Location)row.GetInt64(17)));
    };
}
