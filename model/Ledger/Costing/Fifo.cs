using System.Collections.Immutable;

namespace Analytics.Ledger.Costing;

/// <summary>First in, first out (先进先出): each receipt is a layer, and issues use up the oldest first.</summary>
/// <remarks>Pure. Invariant: while there is stock, the layers together are its quantity and its value. What a stated
/// cost takes out more or less than its layers held stays on the layer next in turn.</remarks>
internal static class Fifo
{
    public static Costs.Issued Issue(Pool pool, MovementRef issue, long qty, long? stated)
    {
        var onHand = Math.Max(pool.Qty, 0);
        var beyond = Math.Max(qty - onHand, 0);
        var (layers, taken) = Take(pool, qty - beyond);
        var beyondValue = pool.LastCost < 0 ? 0 : Exact.MulDiv(beyond, pool.LastCost, Costs.CostScale);
        var value = stated ?? (taken + beyondValue);
        if (stated is { } cost)
        {
            beyondValue = beyond == qty ? cost : Exact.MulDiv(cost, beyond, qty);
            layers = layers.IsEmpty || beyond > 0
                ? layers
                : layers.SetItem(0, layers[0] with { Value = layers[0].Value + taken - cost });
        }

        var learns = stated is not null && pool.LastCost < 0;
        var after = pool with
        {
            Qty = pool.Qty - qty,
            Value = pool.Value - value,
            LastCost = learns ? Exact.MulDiv(value, Costs.CostScale, qty) : pool.LastCost,
            Queue = beyond > 0
                ? Covering.Queue(
                    pool.Qty < 0 ? pool.Queue : [],
                    new QueueItem(0, issue, beyond, beyondValue, value, stated is not null))
                : layers,
        };
        return new Costs.Issued(after, value, stated is null && beyond > 0 && pool.LastCost < 0);
    }

    /// <summary>Makes what a receipt left over into a layer.</summary>
    /// <param name="after">The pool after the receipt covered what was lacking; its queue without the layer.</param>
    /// <param name="receipt">Which movement came in.</param>
    /// <param name="qty">All that came in.</param>
    /// <param name="value">What that was worth.</param>
    public static Pool Layer(Pool after, MovementRef receipt, long qty, long value)
    {
        var lastCost = Exact.MulDiv(value, Costs.CostScale, qty);
        var known = lastCost >= 0 ? lastCost : after.LastCost;
        if (after.Qty <= 0)
        {
            return after with { LastCost = known };
        }

        // All value that no older layer holds, so that the layers are the balance whatever stated costs left behind.
        var older = after.Queue;
        var layer = new QueueItem(
            Covering.NextPlace(older), receipt, after.Qty - older.Sum(item => item.Qty),
            after.Value - older.Sum(item => item.Value), 0, false);
        return after with { LastCost = known, Queue = older.Add(layer) };
    }

    /// <summary>A pool with goods after a change of their value, which goes to the layers by quantity; the last one
    /// takes the rest.</summary>
    public static Pool Revalue(Pool pool, long value)
    {
        var layers = pool.Queue.ToBuilder();
        var (done, given) = (0L, 0L);
        for (var at = 0; at < layers.Count; at++)
        {
            done += layers[at].Qty;
            var upToHere = Exact.MulDiv(value, done, pool.Qty);
            layers[at] = layers[at] with { Value = layers[at].Value + upToHere - given };
            given = upToHere;
        }

        var newest = Exact.MulDiv(layers[^1].Value, Costs.CostScale, layers[^1].Qty);
        return pool with
        {
            Value = pool.Value + value,
            LastCost = newest >= 0 ? newest : pool.LastCost,
            Queue = layers.ToImmutable(),
        };
    }

    private static (ImmutableList<QueueItem> Layers, long Value) Take(Pool pool, long qty)
    {
        var layers = pool.Qty > 0 ? pool.Queue : [];
        if (qty > 0 && qty == pool.Qty)
        {
            // Emptying takes the whole value.
            return ([], pool.Value);
        }

        var (left, value) = (qty, 0L);
        while (left > 0)
        {
            var layer = layers[0];
            var taken = Math.Min(layer.Qty, left);
            var worth = taken == layer.Qty ? layer.Value : Exact.MulDiv(layer.Value, taken, layer.Qty);
            layers = taken == layer.Qty
                ? layers.RemoveAt(0)
                : layers.SetItem(0, layer with { Qty = layer.Qty - taken, Value = layer.Value - worth });
            (left, value) = (left - taken, value + worth);
        }

        return (layers, value);
    }
}
