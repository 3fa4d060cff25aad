using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Costing;

/// <summary>Costs the movements of a document, and again every later movement whose cost they change.</summary>
/// <remarks>The book's costs are those of one pass over all movements in the order of cost (<see cref="OrderKey"/>),
/// whatever order they were recorded in. The sweep makes that pass from the earliest changed place on, over the pools
/// concerned only, all of them together in the order of cost. A movement takes its worth from what stands before it
/// alone, so one pass is enough. What takes a movement back (<see cref="CostBasis.Source"/>) ranks after it and follows
/// its worth as it stood then, into other pools too; goods made out of others (<see cref="CostBasis.Derived"/>) follow
/// what those went out at. A revaluation of one receipt has no place of its own: the receipt is worth that much more.
/// Pure: what changed is in the <see cref="CostOutcome"/>.</remarks>
/// <param name="state">The book.</param>
/// <param name="methodOf">The method of an item's class.</param>
internal sealed class CostSweep(State state, Func<long, CostMethod> methodOf)
{
    private const long MovesPerCheckpoint = 512;

    // Items of which an earlier place turned out to change than the documents say, and that place.
    private readonly Dictionary<long, OrderKey> earlier = [];

    private readonly Dictionary<PoolKey, Lane> lanes = [];
    private readonly PriorityQueue<Turn, OrderKey> turns = new();
    private readonly Dictionary<MovementRef, CostSource> sources = [];
    private readonly Dictionary<MovementRef, (CostEvent Movement, long Worth)> worths = [];
    private readonly HashSet<MovementRef> added = [];
    private readonly HashSet<MovementRef> removed = [];
    private readonly HashSet<MovementRef> unknown = [];
    private readonly Dictionary<MovementRef, long> raised = [];
    private CostOutcome outcome = new();
    private Making making = new(state, methodOf);
    private bool hasCovered;

    /// <param name="more">The document's movements, none of them in the book yet.</param>
    /// <param name="less">Movements that its reversal takes out of the reckoning.</param>
    public CostOutcome Run(IReadOnlyList<CostEvent> more, IReadOnlyList<CostEvent> less)
    {
        added.UnionWith(more.Select(movement => movement.Ref));
        removed.UnionWith(less.Select(movement => movement.Ref));
        foreach (var note in more.Where(movement => movement.IsOfReceipt))
        {
            raised[note.Source] = raised.GetValueOrDefault(note.Source) + note.Own.Value;
        }

        foreach (var note in less.Where(movement => movement.IsOfReceipt))
        {
            raised[note.Source] = raised.GetValueOrDefault(note.Source) - note.Own.Value;
        }

        IReadOnlyList<CostEvent> goods = [.. more.Where(movement => !movement.IsOfReceipt)];
        IReadOnlyList<CostEvent> changed =
        [
            .. less.Where(movement => !movement.IsOfReceipt),
            .. more.Concat(less).Where(movement => movement.IsOfReceipt).DistinctBy(movement => movement.Source)
                .Select(movement => state.Movement(movement.Source, movement.Pool)),
        ];
        while (!Swept(goods, changed))
        {
            Clear();
        }

        foreach (var movement in more.Where(movement => movement.Source != MovementRef.None))
        {
            outcome.Taken.Add((movement.Source, movement.Ref, movement.Qty));
        }

        foreach (var note in more.Where(movement => movement.IsOfReceipt))
        {
            outcome.Values[note.Ref] = note.Own.Value;
        }

        foreach (var (receipt, by) in raised)
        {
            outcome.Raised[receipt] = by;
        }

        return outcome;
    }

    /// <summary>Gives a closing period's issues their price, and costs all that comes after it again.</summary>
    /// <param name="boundary">Where the next period begins.</param>
    /// <param name="repriced">Of each pool the issues' worth, and the pool at the boundary.</param>
    public CostOutcome Run(OrderKey boundary, IReadOnlyList<(PoolKey Key, PeriodAverage.Repriced Repriced)> repriced)
    {
        foreach (var (key, one) in repriced)
        {
            Open(key, boundary, one);
        }

        return Sweep() ? outcome : throw new System.Diagnostics.UnreachableException("all pools begin at one place");
    }

    private void Open(PoolKey key, OrderKey boundary, PeriodAverage.Repriced repriced)
    {
        var start = state.PoolFrom(key, boundary, methodOf(key.ItemId));
        var lane = new Lane(key, boundary, start with { Pool = repriced.Pool, Tail = null, IsTailWhole = false });
        lanes[key] = lane;
        outcome.Resettled[key] = boundary.BusinessAt;
        outcome.Checkpoints.Add((key, boundary.BusinessAt, repriced.Pool));
        foreach (var (movement, worth) in repriced.Worths)
        {
            worths[movement.Ref] = (movement, worth);
        }

        foreach (var (movement, worth) in repriced.Worths.Where(one => one.Movement.IsTakenBack))
        {
            Follow(movement, worth, boundary);
        }

        Advance(lane);
    }

    private bool Swept(IReadOnlyList<CostEvent> more, IReadOnlyList<CostEvent> changed)
    {
        making.Add(more);
        Open(more, changed);
        foreach (var movement in more)
        {
            turns.Enqueue(new Turn(lanes[movement.Pool], movement, IsProbe: false), movement.Key);
        }

        return Sweep();
    }

    private void Clear()
    {
        (outcome, making, hasCovered) = (new CostOutcome(), new Making(state, methodOf), false);
        lanes.Clear();
        turns.Clear();
        sources.Clear();
        worths.Clear();
        unknown.Clear();
    }

    /// <summary>Takes all turns; false where one changes a pool before the place where that began.</summary>
    private bool Sweep()
    {
        while (turns.TryDequeue(out var turn, out _))
        {
            if (turn.IsProbe)
            {
                if (!Probe(turn.Movement))
                {
                    return false;
                }

                continue;
            }

            Move(turn.Lane!, turn.Movement);
            if (!added.Contains(turn.Movement.Ref))
            {
                Advance(turn.Lane!);
            }
        }

        Conclude();
        return true;
    }

    /// <summary>Opens the pools concerned, those of an item all at its earliest changed place, and begins to follow
    /// what is taken back.</summary>
    private void Open(IReadOnlyList<CostEvent> more, IReadOnlyList<CostEvent> less)
    {
        foreach (var ofItem in more.Concat(less).GroupBy(movement => movement.Pool.ItemId))
        {
            var from = ofItem.Min(movement => movement.Key);
            from = earlier.TryGetValue(ofItem.Key, out var place) && place < from ? place : from;
            var pools = ofItem.Select(movement => movement.Pool).ToHashSet();
            var taken = Sources(ofItem);

            // What a source was worth is what the book says of it now, unless receipts after that place may have
            // covered it: then its own pool is swept from where it went out.
            while (taken.Find(source => IsLate(source, pools, from)) is { } late)
            {
                pools.Add(late.Pool);
                from = late.Key < from ? late.Key : from;
            }

            foreach (var key in pools)
            {
                Open(key, from);
            }

            foreach (var source in taken)
            {
                outcome.Forgotten.Add(source.Pool);

                // One that is swept over is followed when its turn comes.
                if (source.Key >= from && lanes.TryGetValue(source.Pool, out var lane))
                {
                    lane.Wanted.Add(source.Ref);
                }
                else
                {
                    Follow(source, source.Value, from);
                }
            }
        }
    }

    private bool IsLate(CostEvent source, HashSet<PoolKey> pools, OrderKey from) =>
        (source.Key < from || !pools.Contains(source.Pool))
        && state.Pool(source.Pool).LastKey >= from
        && state.WasUncovered(source.Ref);

    private List<CostEvent> Sources(IEnumerable<CostEvent> movements) =>
    [
        .. movements
            .Where(movement => movement.Source != MovementRef.None)
            .DistinctBy(movement => movement.Source)
            .Select(movement => state.Movement(movement.Source, movement.Pool)),
    ];

    private void Open(PoolKey key, OrderKey from)
    {
        var start = state.PoolFrom(key, from, methodOf(key.ItemId));
        var lane = new Lane(key, from, start);
        lanes[key] = lane;
        var isAmid = from <= state.Pool(key).LastKey;
        if (isAmid)
        {
            outcome.Resettled[key] = from.BusinessAt;
        }

        if (isAmid && start.Pool.Qty < 0)
        {
            foreach (var issue in start.Pool.Queue.Where(issue => !issue.IsCostExplicit))
            {
                Await(issue, key, from);
            }
        }

        Advance(lane);
    }

    /// <summary>An issue still without goods may be covered otherwise now, or no more; what takes it back follows.
    /// </summary>
    private void Await(QueueItem issue, PoolKey key, OrderKey from)
    {
        var movement = state.Movement(issue.Ref, key);
        worths[issue.Ref] = (movement, issue.Effective);
        if (movement.IsTakenBack)
        {
            Follow(movement, issue.Effective, from);
        }
    }

    /// <summary>Begins to follow a movement's worth from a place on: what took it back before then stands.</summary>
    private void Follow(CostEvent source, long effective, OrderKey from)
    {
        if (sources.ContainsKey(source.Ref))
        {
            return;
        }

        var followed = new CostSource(Math.Abs(source.Qty), effective);
        sources[source.Ref] = followed;
        var takings = state.TakenBackBy(source.Ref, source.Pool);
        foreach (var taking in takings.Where(movement => !removed.Contains(movement.Ref)))
        {
            if (taking.Key < from)
            {
                var worth = worths.TryGetValue(taking.Ref, out var changed) ? changed.Worth : taking.Value;
                followed.Take(taking, worth);
            }
            else
            {
                turns.Enqueue(new Turn(null, taking, IsProbe: true), taking.Key);
            }
        }
    }

    private void Advance(Lane lane)
    {
        if (lane.Next(removed) is { } next)
        {
            var movement = next.Raised(raised.GetValueOrDefault(next.Ref));
            turns.Enqueue(new Turn(lane, movement, IsProbe: false), movement.Key);
        }
    }

    /// <summary>A movement that takes back one that is followed, or was made of some, in a pool that may not be swept;
    /// false where that is swept from a later place on.</summary>
    private bool Probe(CostEvent taking)
    {
        if (lanes.TryGetValue(taking.Pool, out var lane) && lane.Start <= taking.Key)
        {
            return true;
        }

        if (taking.Basis == CostBasis.Derived)
        {
            if (making.Worth(taking) == taking.Value)
            {
                return true;
            }
        }
        else if (sources[taking.Source] is var source
            && (taking.Basis == CostBasis.Own || source.Share(taking.Qty) == taking.Value))
        {
            source.Take(taking, taking.Value);
            return true;
        }

        if (lane is not null)
        {
            earlier[taking.Pool.ItemId] = taking.Key;
            return false;
        }

        Open(taking.Pool, taking.Key);
        return true;
    }

    private void Move(Lane lane, CostEvent movement)
    {
        lane.Checkpoint(movement.Key, MovesPerCheckpoint, outcome.Checkpoints);
        var before = lane.Pool;
        var worth = movement.Qty switch
        {
            < 0 => Issue(lane, movement),
            0 => Revalue(lane, movement),
            _ => Receive(lane, movement),
        };
        lane.Passed(movement with { Value = worth }, before);
    }

    private long Issue(Lane lane, CostEvent movement)
    {
        var isStated = movement.Basis != CostBasis.Pool;
        var issued = Costs.Issue(
            methodOf(movement.Pool.ItemId), lane.Pool, movement.Ref, -movement.Qty, isStated ? movement.Value : null);
        lane.Pool = issued.Pool;
        sources.GetValueOrDefault(movement.Source)?.Take(movement, issued.Value);
        worths[movement.Ref] = (movement, issued.Value);
        if (issued.IsUnknown)
        {
            unknown.Add(movement.Ref);
        }

        if (!isStated && issued.Pool.Qty < 0)
        {
            outcome.Uncovered.Add(movement.Ref);
        }

        if (movement.IsTakenBack || lane.Wanted.Contains(movement.Ref))
        {
            Follow(movement, issued.Value, movement.Key);
        }

        if (movement.IsComponent)
        {
            foreach (var product in making.Stir(movement, issued.Value))
            {
                turns.Enqueue(new Turn(null, product, IsProbe: true), product.Key);
            }
        }

        return issued.Value;
    }

    private long Revalue(Lane lane, CostEvent movement)
    {
        (lane.Pool, var worth) = Costs.Revalue(methodOf(movement.Pool.ItemId), lane.Pool, movement.Own.Value);
        worths[movement.Ref] = (movement, worth);
        return worth;
    }

    private long Make(CostEvent movement)
    {
        if (added.Contains(movement.Ref)
            && making.Components(movement).Any(component => unknown.Contains(component.Ref)))
        {
            unknown.Add(movement.Ref);
        }

        return making.Worth(movement);
    }

    private long Receive(Lane lane, CostEvent movement)
    {
        var source = sources.GetValueOrDefault(movement.Source);
        var value = movement.Basis switch
        {
            CostBasis.Own => movement.Value,
            CostBasis.Pool => Current(lane, movement),
            CostBasis.Source => source?.Share(movement.Qty) ?? movement.Value,
            CostBasis.Derived => Make(movement),
            CostBasis.Revaluation => throw new System.Diagnostics.UnreachableException("it moves no goods"),
        };
        source?.Take(movement, value);
        worths[movement.Ref] = (movement, value);
        var received = Costs.Receive(
            methodOf(movement.Pool.ItemId), lane.Pool,
            new Costs.Receipt(movement.Ref, movement.Qty, value, movement.Source));
        lane.Pool = received.Pool;
        foreach (var adjustment in received.Adjustments)
        {
            // One from before the sweep is looked up: what the book says of it is compared in the end.
            var known = worths.TryGetValue(adjustment.Issue, out var earlier)
                ? earlier.Movement
                : state.Movement(adjustment.Issue, movement.Pool);
            worths[adjustment.Issue] = (known, adjustment.Effective);
            if (known.IsTakenBack)
            {
                Follow(known, adjustment.Effective, movement.Key);
            }

            if (sources.TryGetValue(adjustment.Issue, out var issue))
            {
                issue.Effective = adjustment.Effective;
            }
        }

        hasCovered |= received.Adjustments.Count > 0;
        return value;
    }

    private long Current(Lane lane, CostEvent movement)
    {
        var (value, isUnknown) = Costs.Current(lane.Pool, movement.Qty);
        if (isUnknown)
        {
            unknown.Add(movement.Ref);
        }

        return value;
    }

    private void Conclude()
    {
        foreach (var (reference, (movement, worth)) in worths)
        {
            if (added.Contains(reference))
            {
                outcome.Values[reference] = worth;
                continue;
            }

            if (worth != movement.Value)
            {
                outcome.Adjustments.Add((movement, worth - movement.Value));
            }
        }

        outcome.Adjustments.Sort((one, other) => one.Movement.Key.CompareTo(other.Movement.Key));
        outcome.Unknown.UnionWith(unknown.Where(added.Contains));
        var isAdjusted = hasCovered || outcome.Adjustments.Count > 0;
        foreach (var lane in lanes.Values)
        {
            outcome.Pools[lane.Key] = isAdjusted ? lane.State().WithoutTail() : lane.State();
        }
    }

    private readonly record struct Turn(Lane? Lane, CostEvent Movement, bool IsProbe);

    /// <summary>One pool of the sweep.</summary>
    private sealed class Lane(PoolKey key, OrderKey start, PoolStart from)
    {
        private readonly IEnumerator<CostEvent> movements = from.Movements.GetEnumerator();
        private long moves = from.Moves;
        private OrderKey last = from.LastKey;
        private PoolTail? tail = from.Tail;
        private bool isTailWhole = from.IsTailWhole;

        public PoolKey Key => key;

        public OrderKey Start => start;

        public Pool Pool { get; set; } = from.Pool;

        /// <summary>Movements of the pool to follow when their turn comes.</summary>
        public HashSet<MovementRef> Wanted { get; } = [];

        public CostEvent? Next(HashSet<MovementRef> without)
        {
            while (movements.MoveNext())
            {
                if (!without.Contains(movements.Current.Ref))
                {
                    return movements.Current;
                }
            }

            return null;
        }

        /// <summary>Keeps the pool as it stands before a movement, where it is time to.</summary>
        public void Checkpoint(
            OrderKey next, long perCheckpoint, List<(PoolKey Key, long BusinessAt, Pool Pool)> checkpoints)
        {
            if (moves >= perCheckpoint && next.BusinessAt > last.BusinessAt)
            {
                checkpoints.Add((key, next.BusinessAt, Pool));
                moves = 0;
            }
        }

        public void Passed(CostEvent movement, Pool before)
        {
            (tail, var isCut) = PoolTail.Add(tail, movement, before, moves);
            isTailWhole &= !isCut;
            last = movement.Key;
            moves++;
        }

        public PoolState State() => new(Pool, last, moves, tail, isTailWhole);
    }
}
