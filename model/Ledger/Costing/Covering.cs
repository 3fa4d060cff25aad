using System.Collections.Immutable;

namespace Analytics.Ledger.Costing;

/// <summary>What a receipt does to the issues that went out before their goods came in: it covers them, oldest first,
/// and adjusts each to what it really cost.</summary>
internal static class Covering
{
    /// <summary>A change of an earlier issue's cost; positive where it cost more than was assumed.</summary>
    internal readonly record struct Adjustment(MovementRef Issue, long Value, long Effective);

    /// <summary>Adds an issue to the queue of those without goods.</summary>
    /// <remarks>Neighbouring issues with an explicit cost are one: they are never adjusted.</remarks>
    public static ImmutableList<QueueItem> Queue(ImmutableList<QueueItem> queue, QueueItem issue)
    {
        if (issue.IsCostExplicit && queue.Count > 0 && queue[^1].IsCostExplicit)
        {
            var last = queue[^1];
            return queue.SetItem(
                queue.Count - 1, last with { Qty = last.Qty + issue.Qty, Value = last.Value + issue.Value });
        }

        return queue.Add(issue with { Place = NextPlace(queue) });
    }

    /// <summary>The place of what is added to the queue next.</summary>
    public static long NextPlace(ImmutableList<QueueItem> queue) => queue.IsEmpty ? 1 : queue[^1].Place + 1;

    /// <param name="queue">Issues without goods; none where nothing is lacking.</param>
    /// <param name="qty">Received, above zero.</param>
    /// <param name="value">What it is worth.</param>
    /// <param name="own">The movement the receipt takes back, which it covers first at what that went out at.</param>
    public static (ImmutableList<QueueItem> Left, IReadOnlyList<Adjustment> Adjustments) Cover(
        ImmutableList<QueueItem> queue, long qty, long value, MovementRef own)
    {
        if (queue.IsEmpty)
        {
            return (queue, []);
        }

        var adjustments = new List<Adjustment>();
        var left = queue;
        var (toCover, worth, done, given) = (qty, value, 0L, 0L);

        // Stated issues are kept merged, so a return of one takes its turn like any receipt. Looked for once: a
        // receipt may cover very many issues.
        var ownAt = own.Seq > 0 ? left.FindIndex(issue => !issue.IsCostExplicit && issue.Ref == own) : -1;
        for (; done < toCover && left.Count > 0; ownAt = -1)
        {
            var at = Math.Max(ownAt, 0);
            var issue = left[at];
            var covered = Math.Min(issue.Qty, toCover - done);
            var carried = covered == issue.Qty ? issue.Value : Exact.MulDiv(issue.Value, covered, issue.Qty);
            if (ownAt >= 0 && covered < toCover && carried <= worth)
            {
                // The own issue comes back at what it went out at: a sale and its whole return leave no trace.
                (toCover, worth) = (toCover - covered, worth - carried);
                left = Reduce(left, at, covered, carried, 0);
                continue;
            }

            // Rounded up to here, not piece by piece: the last one takes the rest, and an empty pool is worth nothing.
            var upToHere = Exact.MulDiv(worth, done + covered, toCover);
            var change = issue.IsCostExplicit ? 0 : upToHere - given - carried;
            if (change != 0)
            {
                adjustments.Add(new Adjustment(issue.Ref, change, issue.Effective + change));
            }

            left = Reduce(left, at, covered, carried, change);
            (done, given) = (done + covered, upToHere);
        }

        return (left, adjustments);
    }

    /// <summary>A pool's issues without goods, but for those with a stated cost.</summary>
    public static IEnumerable<QueueItem> Issues(Pool pool) =>
        pool.Qty < 0 ? pool.Queue.Where(issue => !issue.IsCostExplicit) : [];

    /// <summary>Issues without goods, at their own cost, that were covered in part or whole by a later time.</summary>
    /// <param name="before">A pool.</param>
    /// <param name="after">The same after more movements: what is left of the queue stands in the same order.</param>
    public static IEnumerable<QueueItem> Changed(Pool before, Pool after)
    {
        using var later = Issues(after).GetEnumerator();
        var has = later.MoveNext();
        foreach (var issue in Issues(before))
        {
            if (!has || later.Current.Ref != issue.Ref)
            {
                yield return issue;
                continue;
            }

            if (later.Current.Qty != issue.Qty)
            {
                yield return issue;
            }

            has = later.MoveNext();
        }
    }

    private static ImmutableList<QueueItem> Reduce(
        ImmutableList<QueueItem> queue, int at, long covered, long carried, long change)
    {
        var issue = queue[at];
        return covered == issue.Qty
            ? queue.RemoveAt(at)
            : queue.SetItem(at, issue with
            {
                Qty = issue.Qty - covered,
                Value = issue.Value - carried,
                Effective = issue.Effective + change,
            });
    }
}
