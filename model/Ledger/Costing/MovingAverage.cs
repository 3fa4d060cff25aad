namespace Analytics.Ledger.Costing;

/// <summary>Moving-average cost (移动加权平均).</summary>
/// <remarks>Pure. An issue is worth the pool's whole value if it empties the pool, else value × q ÷ quantity.</remarks>
internal static class MovingAverage
{
    public static Costs.Issued Issue(Pool pool, MovementRef issue, long qty, long? stated)
    {
        var onHand = Math.Max(pool.Qty, 0);
        var beyond = Math.Max(qty - onHand, 0);
        var beyondValue = pool.LastCost < 0 ? 0 : Exact.MulDiv(beyond, pool.LastCost, Costs.CostScale);
        var value = stated
            ?? (beyond > 0 ? (onHand > 0 ? pool.Value : 0) + beyondValue
                : qty == pool.Qty ? pool.Value
                : Exact.MulDiv(pool.Value, qty, pool.Qty));
        if (stated is not null)
        {
            beyondValue = beyond == qty ? value : Exact.MulDiv(value, beyond, qty);
        }

        var learns = stated is not null && pool.LastCost < 0;
        var after = pool with
        {
            Qty = pool.Qty - qty,
            Value = pool.Value - value,
            LastCost = learns ? Exact.MulDiv(value, Costs.CostScale, qty) : pool.LastCost,
            Queue = beyond > 0
                ? Covering.Queue(pool.Queue, new QueueItem(0, issue, beyond, beyondValue, value, stated is not null))
                : pool.Queue,
        };
        return new Costs.Issued(after, value, stated is null && beyond > 0 && pool.LastCost < 0);
    }

    /// <summary>A pool with goods after a change of their value.</summary>
    public static Pool Revalue(Pool pool, long value)
    {
        var after = pool with { Value = pool.Value + value };
        return after.Value < 0 ? after : after with { LastCost = LastCost(after, after.Qty, after.Value) };
    }

    /// <summary>The cost of one after a receipt: the average, or the receipt's own where there is none.</summary>
    public static long LastCost(Pool after, long qty, long value) => after.Qty > 0 && after.Value >= 0
        ? Exact.MulDiv(after.Value, Costs.CostScale, after.Qty)
        : Exact.MulDiv(value, Costs.CostScale, qty);
}
