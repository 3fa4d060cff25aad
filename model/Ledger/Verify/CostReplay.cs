using System.Collections.Immutable;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Verify;

/// <summary>Costs all movements of an item from the first on, in the order of cost, and compares what each is worth,
/// and each pool, with the book.</summary>
/// <remarks>Memory grows with the item's pools, its movements taken back and those without goods, not with its
/// movements.</remarks>
internal sealed class CostReplay(ReplayedItem item, Findings findings)
{
    private readonly StateTables tables = item.Tables;
    private readonly long itemId = item.ItemId;
    private readonly CostMethod method = item.Method;

    // Of a pool that is costed by period: its movements since the period began, and the pool then.
    private readonly List<CostEvent> period = [];
    private readonly Dictionary<MovementRef, long> recorded = [];
    private Pool opening = Pool.Empty;

    private readonly Dictionary<PoolKey, (Pool Pool, OrderKey Last)> pools = [];
    private readonly Dictionary<MovementRef, CostSource> sources = [];
    private readonly Dictionary<MovementRef, (long Recorded, long Worth)> uncovered = [];

    /// <param name="movements">All of the item, in the order of cost.</param>
    /// <param name="checkpoints">Kept of its pools.</param>
    /// <param name="boundaries">Where a period ended that was closed, rising; of no concern to other methods.</param>
    public void Run(
        IEnumerable<CostEvent> movements, IReadOnlyList<(PoolKey Key, long BusinessAt, string Text)> checkpoints,
        IReadOnlyList<long> boundaries)
    {
        var ends = new Queue<long>(method == CostMethod.PeriodAverage ? boundaries : []);
        var due = checkpoints.GroupBy(one => one.Key)
            .ToDictionary(group => group.Key, group => new Queue<(PoolKey, long At, string Text)>(
                group.OrderBy(one => one.BusinessAt)));
        foreach (var movement in movements)
        {
            ClosePeriods(ends, movement.Key.BusinessAt);
            var (pool, _) = pools.GetValueOrDefault(movement.Pool, (Pool.Empty, OrderKey.First));
            if (due.TryGetValue(movement.Pool, out var queue))
            {
                Checkpoints(queue, pool, movement.Key.BusinessAt);
            }

            var after = movement.Qty switch
            {
                < 0 => Issue(pool, movement),
                0 => Revalue(pool, movement),
                _ => Receive(pool, movement),
            };
            pools[movement.Pool] = (after, movement.Key);
        }

        ClosePeriods(ends, long.MaxValue);
        ExpectPeriod();
        foreach (var queue in due.Values)
        {
            // One that a backdated document left without later movements stands on the pool's end.
            var key = queue.Count > 0 ? queue.Peek().Item1 : default;
            Checkpoints(queue, pools.GetValueOrDefault(key).Pool, long.MaxValue);
        }

        foreach (var (reference, (booked, worth)) in uncovered)
        {
            Expect(reference, booked, worth);
        }

        Pools();
    }

    private Pool Issue(Pool pool, CostEvent movement)
    {
        var isStated = movement.Basis != CostBasis.Pool;
        var issued = Costs.Issue(
            method, pool, movement.Ref, -movement.Qty, isStated ? movement.Value : null);
        sources.GetValueOrDefault(movement.Source)?.Take(movement, issued.Value);
        if (movement.IsTakenBack)
        {
            sources[movement.Ref] = new CostSource(-movement.Qty, issued.Value);
        }

        if (isStated || issued.Pool.Qty >= 0)
        {
            Expect(movement, issued.Value);
            return issued.Pool;
        }

        uncovered[movement.Ref] = (movement.Value, issued.Value);
        if (method == CostMethod.PeriodAverage)
        {
            period.Add(movement);
        }

        if (!tables.MovementState(movement.Ref).WasUncovered)
        {
            findings.Add("state", movement.Ref.Seq, "an issue without goods is not marked as one");
        }

        return issued.Pool;
    }

    private Pool Revalue(Pool pool, CostEvent movement)
    {
        var (after, worth) = Costs.Revalue(method, pool, movement.Own.Value);
        Expect(movement, worth);
        return after;
    }

    private Pool Receive(Pool pool, CostEvent movement)
    {
        var source = sources.GetValueOrDefault(movement.Source);
        var value = movement.Basis switch
        {
            CostBasis.Own => movement.Value,
            CostBasis.Pool => Costs.Current(pool, movement.Qty).Value,
            CostBasis.Source => source?.Share(movement.Qty) ?? movement.Value,
            CostBasis.Derived => item.WorthOf(movement),
            CostBasis.Revaluation => throw new InvalidOperationException("a revaluation moves no goods"),
        };
        source?.Take(movement, value);
        Expect(movement, value);
        var received = Costs.Receive(
            method, pool, new Costs.Receipt(movement.Ref, movement.Qty, value, movement.Source));
        foreach (var adjustment in received.Adjustments)
        {
            uncovered[adjustment.Issue] = (uncovered[adjustment.Issue].Recorded, adjustment.Effective);
            if (sources.TryGetValue(adjustment.Issue, out var issue))
            {
                issue.Effective = adjustment.Effective;
            }
        }

        if (received.Pool.Qty >= 0 && pool.Qty < 0)
        {
            Settle(pool.Queue);
        }

        return received.Pool;
    }

    /// <summary>Compares issues of a pool that lacks nothing any more.</summary>
    private void Settle(ImmutableList<QueueItem> covered)
    {
        foreach (var issue in covered)
        {
            if (uncovered.Remove(issue.Ref, out var known))
            {
                Expect(issue.Ref, known.Recorded, known.Worth);
            }
        }
    }

    /// <summary>Gives each period that ended up to a moment its price.</summary>
    private void ClosePeriods(Queue<long> ends, long upTo)
    {
        while (ends.TryPeek(out var end) && end <= upTo)
        {
            ends.Dequeue();
            var key = new PoolKey(itemId, None.Id, None.Id);
            (Pool Pool, OrderKey Last) at = pools.GetValueOrDefault(key, (Pool.Empty, OrderKey.First));
            if (PeriodAverage.Reprice(opening, period) is { } repriced)
            {
                var places = period.Select((movement, place) => (movement.Ref, place))
                    .ToDictionary(one => one.Ref, one => one.place);
                foreach (var (movement, worth) in repriced.Worths)
                {
                    period[places[movement.Ref]] = movement with { Value = worth };
                }

                Resettle(repriced.Worths);
                at = (repriced.Pool, at.Last);
                pools[key] = at;
            }

            ExpectPeriod();
            opening = at.Pool;
        }
    }

    private void ExpectPeriod()
    {
        foreach (var movement in period)
        {
            if (recorded.TryGetValue(movement.Ref, out var booked))
            {
                Expect(movement.Ref, booked, movement.Value);
            }
        }

        period.Clear();
        recorded.Clear();
    }

    /// <summary>What was taken back of repriced movements by then is worth what the period says.</summary>
    private void Resettle(IReadOnlyList<(CostEvent Movement, long Worth)> worths)
    {
        foreach (var (movement, worth) in worths.Where(one => one.Movement.IsTakenBack && one.Movement.Qty < 0))
        {
            var source = sources[movement.Ref] = new CostSource(-movement.Qty, worth);
            foreach (var taking in period.Where(one => one.Source == movement.Ref))
            {
                source.Take(taking, taking.Value);
            }
        }
    }

    private void Expect(CostEvent movement, long worth)
    {
        if (method == CostMethod.PeriodAverage)
        {
            recorded[movement.Ref] = movement.Value;
            period.Add(movement with { Value = worth });
            return;
        }

        Expect(movement.Ref, movement.Value, worth);
    }

    private void Expect(MovementRef reference, long booked, long worth) =>
        findings.Expect(booked, worth, "cost", reference.Seq, $"worth of movement {reference.LineNo}, ×10⁴");

    private void Checkpoints(Queue<(PoolKey Key, long At, string Text)> due, Pool? pool, long upTo)
    {
        while (due.TryPeek(out var next) && next.At <= upTo)
        {
            due.Dequeue();
            findings.Expect(
                Plain(PoolText.Read(next.Text)), Plain(pool ?? Pool.Empty), "state", 0,
                $"checkpoint of item {itemId} in depot {next.Key.DepotId}");
        }
    }

    private void Pools()
    {
        foreach (var (key, (pool, last)) in pools)
        {
            var kept = tables.Pool(key);
            findings.Expect(
                Plain(kept.Pool), Plain(pool), "state", 0, $"stock of item {itemId} in depot {key.DepotId}");
            findings.Expect(
                kept.LastKey >= last, true, "state", 0, $"last movement of item {itemId} in depot {key.DepotId}");
        }
    }

    /// <summary>A pool without the numbers of its places, which depend on how it came about.</summary>
    private static string Plain(Pool pool) => PoolText.Of(pool with
    {
        Queue = [.. pool.Queue.Select((item, at) => item with { Place = at })],
    });
}
