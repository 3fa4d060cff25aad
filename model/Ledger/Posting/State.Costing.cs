using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>The part of the state that costing asks.</summary>
internal sealed partial class State
{
    private readonly Dictionary<PoolKey, PoolState> pools = [];
    private readonly Dictionary<PoolKey, Pool> poolsBefore = [];

    // Movements of which the tables do not know the latest before the group is written.
    private readonly HashSet<MovementRef> touched = [];

    /// <summary>The pool of an item in a depot, as its cost class says.</summary>
    public PoolKey PoolKeyOf(ItemRow item, long depotId, long batchId)
    {
        var costClass = CostClass(item.CostClassId);
        return new PoolKey(
            item.ItemId,
            costClass.IsCompanyWide == 1 ? None.Id : depotId,
            costClass.Method == CostMethods.Name(CostMethod.Batch) ? batchId : None.Id);
    }

    public CostMethod MethodOf(ItemRow item) => CostMethods.Of(CostClass(item.CostClassId).Method);

    /// <summary>Items that moved and are costed by a method.</summary>
    public IReadOnlyList<long> ItemsOf(CostMethod method)
    {
        if (costClasses.All.All(costClass => costClass.Method != CostMethods.Name(method)))
        {
            return [];
        }

        Write();
        return
        [
            .. tables.CostedItems().Where(item => item.Method == CostMethods.Name(method)).Select(item => item.ItemId),
        ];
    }

    public PoolState Pool(PoolKey key)
    {
        if (!pools.TryGetValue(key, out var pool))
        {
            pools.Add(key, pool = tables.Pool(key));
        }

        return pool;
    }

    /// <summary>The pool before a place in the order of cost, and its movements from there on.</summary>
    public PoolStart PoolFrom(PoolKey key, OrderKey from, CostMethod method)
    {
        var state = Pool(key);
        if (PoolHistory.FromTail(state, from) is { } start)
        {
            return start;
        }

        Write();
        return PoolHistory.From(tables, key, from, method);
    }

    /// <summary>A movement of the book, which is in the same pool as <paramref name="like"/> but for depot and batch.
    /// </summary>
    public CostEvent Movement(MovementRef reference, PoolKey like)
    {
        Settle(reference);
        return tables.Movement(reference, like.DepotId < 0, like.BatchId >= 0)
            ?? throw new System.Diagnostics.UnreachableException($"no movement {reference}");
    }

    public IReadOnlyList<CostEvent> TakenBackBy(MovementRef source, PoolKey like)
    {
        Settle(source);
        return tables.TakenBackBy(source, like.DepotId < 0, like.BatchId >= 0);
    }

    /// <summary>The movements of a document that is in the reckoning, each in its item's pool.</summary>
    public IReadOnlyList<CostEvent> EntryMovements(long seq)
    {
        if (Pending(seq) is not null || touched.Any(reference => reference.Seq == seq))
        {
            Write();
        }

        // Items are looked up before the movements are read: a connection to PostgreSQL reads one thing at a time.
        var pools = StockRows(seq).Select(row => row.ItemId).Distinct()
            .ToDictionary(itemId => itemId, itemId => PoolKeyOf(ItemById(itemId), 1, 1));
        return tables.EntryMovements(
            seq, itemId => (pools[itemId].DepotId < 0, pools[itemId].BatchId >= 0));
    }

    /// <summary>What a component went out at: what covers it later does not go on into what was made of it.</summary>
    /// <param name="component">A movement of which the pool is in the book as it was when that went out.</param>
    public long WentOutAt(CostEvent component)
    {
        if (component.Basis != CostBasis.Pool || !WasUncovered(component.Ref))
        {
            return component.Value;
        }

        var method = MethodOf(ItemById(component.Pool.ItemId));
        var before = PoolFrom(component.Pool, component.Key, method).Pool;
        return Costs.Issue(method, before, component.Ref, -component.Qty, stated: null).Value;
    }

    /// <summary>The most of a movement that is taken back at once from a moment on, ×10⁴: a return dated before the
    /// reversal of another finds that one still there.</summary>
    public long TakenQty(MovementRef source, long businessAt)
    {
        Settle(source);
        var (qty, least) = tables.TakenQty(source);
        if (least >= 0)
        {
            return qty;
        }

        var takings = tables.TakenBackBy(source, isCompanyWide: false, isByBatch: false);
        var before = takings.Where(taking => taking.Key.BusinessAt < businessAt).Sum(taking => taking.Qty);
        var (taken, most) = (before, before);
        foreach (var taking in takings.Where(taking => taking.Key.BusinessAt >= businessAt)
            .OrderBy(taking => taking.Key))
        {
            taken += taking.Qty;

            // What gives back at the very moment stands before what takes back.
            most = taking.Key.BusinessAt == businessAt && taking.Qty < 0 ? taken : Math.Max(most, taken);
        }

        return most;
    }

    public bool WasUncovered(MovementRef reference)
    {
        Settle(reference);
        return tables.MovementState(reference).WasUncovered;
    }

    /// <summary>Writes what is pending where it concerns a movement, so that the tables can be asked about
    /// it.</summary>
    private void Settle(MovementRef reference)
    {
        if (Pending(reference.Seq) is not null || touched.Contains(reference))
        {
            Write();
        }
    }

    private void ApplyCost(Draft draft, CostOutcome cost)
    {
        touched.UnionWith(cost.Uncovered);
        touched.UnionWith(cost.Raised.Keys);
        touched.UnionWith(cost.Taken.Select(taking => taking.Source));
        touched.UnionWith(cost.Adjustments.Select(adjustment => adjustment.Movement.Ref));
        touched.UnionWith(cost.Adjustments.Select(adjustment => adjustment.Movement.Source));
        foreach (var (key, pool) in cost.Pools)
        {
            poolsBefore.TryAdd(key, Pool(key).Pool);
            pools[key] = pool;
        }

        foreach (var key in cost.Forgotten.Where(pools.ContainsKey))
        {
            pools[key] = pools[key].WithoutTail();
        }

        draft.StateRows.Add(after => WriteCost(after, cost));
    }

    private void WritePools()
    {
        foreach (var (key, before) in poolsBefore)
        {
            tables.PutPool(key, before, pools[key]);
        }
    }

    private static void WriteCost(StateTables tables, CostOutcome cost)
    {
        foreach (var (key, after) in cost.Resettled)
        {
            tables.DropCheckpoints(key, after);
        }

        foreach (var (key, businessAt, pool) in cost.Checkpoints)
        {
            tables.PutCheckpoint(key, businessAt, pool);
        }

        foreach (var (movement, change) in cost.Adjustments)
        {
            tables.AddMovementState(movement.Ref, change, cost.Uncovered.Contains(movement.Ref), 0);
        }

        var adjusted = cost.Adjustments.Select(adjustment => adjustment.Movement.Ref).ToHashSet();
        foreach (var reference in cost.Uncovered.Where(reference => !adjusted.Contains(reference)))
        {
            tables.AddMovementState(reference, 0, wasUncovered: true, 0);
        }

        foreach (var (reference, by) in cost.Raised)
        {
            tables.AddMovementState(reference, 0, wasUncovered: false, by);
        }

        foreach (var (source, by, qty) in cost.Taken)
        {
            tables.PutTakenBack(source, by, qty);
        }
    }
}
