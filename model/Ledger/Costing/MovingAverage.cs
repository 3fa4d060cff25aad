using System.Collections.Immutable;

namespace Analytics.Ledger.Costing;

/// <summary>Moving-average cost (移动加权平均): what an issue is worth, and what a receipt does to what went out before it.
/// </summary>
/// <remarks>Pure. An issue is worth the pool's whole value if it empties the pool, else value × q ÷ quantity. What goes
/// out beyond the quantity on hand carries the last cost known, 0 where none is; the receipt that covers it adjusts it
/// to what it really cost. A cost stated by the source is taken as it stands and never adjusted.</remarks>
internal static class MovingAverage
{
    private const long CostScale = 1_000_000;

    /// <summary>An issue's worth, and the pool after it.</summary>
    internal readonly record struct Issued(Pool Pool, long Value, bool IsUnknown);

    /// <summary>A receipt's consequences: the pool after it, and the adjustments of issues it covered.</summary>
    internal readonly record struct Received(Pool Pool, ImmutableList<Adjustment> Adjustments);

    /// <summary>A change of an earlier issue's cost; positive where it cost more than was assumed.</summary>
    internal readonly record struct Adjustment(Uncovered Issue, long Value);

    /// <param name="pool">Before the issue.</param>
    /// <param name="line">The issuing line: its quantity; its value only where the cost is explicit.</param>
    public static Issued Issue(Pool pool, Uncovered line)
    {
        var onHand = Math.Max(pool.Qty, 0);
        var beyond = Math.Max(line.Qty - onHand, 0);
        var beyondValue = pool.LastCost < 0 ? 0 : Exact.MulDiv(beyond, pool.LastCost, CostScale);
        var value = line.IsCostExplicit ? line.Value
            : beyond > 0 ? (onHand > 0 ? pool.Value : 0) + beyondValue
            : line.Qty == pool.Qty ? pool.Value
            : Exact.MulDiv(pool.Value, line.Qty, pool.Qty);
        if (line.IsCostExplicit)
        {
            beyondValue = beyond == line.Qty ? value : Exact.MulDiv(value, beyond, line.Qty);
        }

        var stated = line.IsCostExplicit && pool.LastCost < 0;
        var after = pool with
        {
            Qty = pool.Qty - line.Qty,
            Value = pool.Value - value,
            LastCost = stated ? Exact.MulDiv(value, CostScale, line.Qty) : pool.LastCost,
            LastBusinessAt = Math.Max(pool.LastBusinessAt, line.BusinessAt),
            Uncovered = beyond > 0
                ? Queue(pool.Uncovered, line with { Qty = beyond, Value = beyondValue })
                : pool.Uncovered,
        };
        return new Issued(after, value, !line.IsCostExplicit && beyond > 0 && pool.LastCost < 0);
    }

    /// <param name="pool">Before the receipt.</param>
    /// <param name="qty">Received, above zero.</param>
    /// <param name="value">What it is worth.</param>
    /// <param name="businessAt">Of the receipt.</param>
    /// <param name="own">On a return: the line it takes back, which it covers first; default otherwise.</param>
    public static Received Receive(Pool pool, long qty, long value, long businessAt, (long Seq, long LineNo) own)
    {
        var (left, adjustments) = Cover(pool.Uncovered, qty, value, own);
        var after = pool with
        {
            Qty = pool.Qty + qty,
            Value = pool.Value + value - adjustments.Sum(adjustment => adjustment.Value),
            LastBusinessAt = Math.Max(pool.LastBusinessAt, businessAt),
            Uncovered = left,
        };
        var isAverage = after.Qty > 0 && after.Value >= 0;
        var lastCost = isAverage
            ? Exact.MulDiv(after.Value, CostScale, after.Qty)
            : Exact.MulDiv(value, CostScale, qty);
        return new Received(after with { LastCost = lastCost }, adjustments);
    }

    /// <summary>What one more would cost now: for a return of which no sale is known.</summary>
    public static (long Value, bool IsUnknown) Current(Pool pool, long qty) =>
        pool.Qty > 0 ? (Exact.MulDiv(pool.Value, qty, pool.Qty), false)
        : pool.LastCost >= 0 ? (Exact.MulDiv(qty, pool.LastCost, CostScale), false)
        : (0, true);

    private static ImmutableList<Uncovered> Queue(ImmutableList<Uncovered> queue, Uncovered issue)
    {
        if (issue.IsCostExplicit && queue.Count > 0 && queue[^1].IsCostExplicit)
        {
            var last = queue[^1];
            return queue.SetItem(
                queue.Count - 1, last with { Qty = last.Qty + issue.Qty, Value = last.Value + issue.Value });
        }

        return queue.Add(issue);
    }

    private static (ImmutableList<Uncovered> Left, ImmutableList<Adjustment> Adjustments) Cover(
        ImmutableList<Uncovered> queue, long qty, long value, (long Seq, long LineNo) own)
    {
        var adjustments = ImmutableList<Adjustment>.Empty;
        var left = queue;
        var (toCover, worth, done, given) = (qty, value, 0L, 0L);

        // Stated issues are kept merged, so a return of one takes its turn like any receipt. Looked for once: a
        // receipt may cover very many issues.
        var ownAt = own.Seq > 0
            ? left.FindIndex(issue => !issue.IsCostExplicit && (issue.Seq, issue.LineNo) == own)
            : -1;
        for (; done < toCover && left.Count > 0; ownAt = -1)
        {
            var at = Math.Max(ownAt, 0);
            var issue = left[at];
            var covered = Math.Min(issue.Qty, toCover - done);
            var carried = covered == issue.Qty ? issue.Value : Exact.MulDiv(issue.Value, covered, issue.Qty);
            left = covered == issue.Qty
                ? left.RemoveAt(at)
                : left.SetItem(at, issue with { Qty = issue.Qty - covered, Value = issue.Value - carried });
            if (ownAt >= 0 && covered < toCover && carried <= worth)
            {
                // The own issue comes back at what it went out at: a sale and its whole return leave no trace.
                (toCover, worth) = (toCover - covered, worth - carried);
                continue;
            }

            // Rounded up to here, not piece by piece: the last one takes the rest, and an empty pool is worth nothing.
            var upToHere = Exact.MulDiv(worth, done + covered, toCover);
            var real = upToHere - given;
            if (!issue.IsCostExplicit && real != carried)
            {
                adjustments = adjustments.Add(new Adjustment(issue, real - carried));
            }

            (done, given) = (done + covered, upToHere);
        }

        return (left, adjustments);
    }
}
