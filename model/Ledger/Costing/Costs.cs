namespace Analytics.Ledger.Costing;

/// <summary>What a movement does to its pool, by the pool's method. Pure.</summary>
/// <remarks>An issue beyond the quantity on hand carries the last cost known for what is beyond, 0 where none is; the
/// receipt that covers it adjusts it. A cost stated by the source is taken as it stands and never adjusted.</remarks>
internal static class Costs
{
    internal const long CostScale = 1_000_000;

    /// <summary>An issue's worth, and the pool after it.</summary>
    internal readonly record struct Issued(Pool Pool, long Value, bool IsUnknown);

    /// <summary>What comes in: which movement, how much, what it is worth, and the movement it takes back, which it
    /// covers first.</summary>
    internal readonly record struct Receipt(MovementRef Ref, long Qty, long Value, MovementRef Own);

    /// <summary>A receipt's consequences: the pool after it, and the adjustments of issues it covered.</summary>
    internal readonly record struct Received(Pool Pool, IReadOnlyList<Covering.Adjustment> Adjustments);

    /// <param name="method">Of the pool's class.</param>
    /// <param name="pool">Before the issue.</param>
    /// <param name="issue">Which movement goes out.</param>
    /// <param name="qty">How much of it, above zero.</param>
    /// <param name="stated">Its cost where the source states it.</param>
    public static Issued Issue(CostMethod method, Pool pool, MovementRef issue, long qty, long? stated) =>
        method == CostMethod.Fifo
            ? Fifo.Issue(pool, issue, qty, stated)
            : MovingAverage.Issue(pool, issue, qty, stated);

    /// <param name="method">Of the pool's class.</param>
    /// <param name="pool">Before the receipt.</param>
    /// <param name="receipt">What comes in; its quantity is above zero.</param>
    public static Received Receive(CostMethod method, Pool pool, Receipt receipt)
    {
        var (reference, qty, value, own) = receipt;
        var (left, adjustments) = pool.Qty < 0
            ? Covering.Cover(pool.Queue, qty, value, own)
            : (pool.Queue, []);
        var after = pool with
        {
            Qty = pool.Qty + qty,
            Value = pool.Value + value - adjustments.Sum(adjustment => adjustment.Value),
            Queue = left,
        };
        after = method == CostMethod.Fifo
            ? Fifo.Layer(after, reference, qty, value)
            : after with { LastCost = MovingAverage.LastCost(after, qty, value) };
        return new Received(after, adjustments);
    }

    /// <summary>What a revaluation does: the pool after it, and how much of the value the pool took. One without goods
    /// has nothing to carry it.</summary>
    public static (Pool Pool, long Value) Revalue(CostMethod method, Pool pool, long value) =>
        pool.Qty <= 0 ? (pool, 0)
        : method == CostMethod.Fifo ? (Fifo.Revalue(pool, value), value)
        : (MovingAverage.Revalue(pool, value), value);

    /// <summary>What one more would cost now: for a return of which no sale is known.</summary>
    public static (long Value, bool IsUnknown) Current(Pool pool, long qty) =>
        pool.Qty > 0 ? (Exact.MulDiv(pool.Value, qty, pool.Qty), false)
        : pool.LastCost >= 0 ? (Exact.MulDiv(qty, pool.LastCost, CostScale), false)
        : (0, true);
}
