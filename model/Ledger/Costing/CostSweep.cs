using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Costing;

/// <summary>Costs the movements of a document, and again every later movement whose cost they change.</summary>
/// <remarks>The book's costs are those of one pass over all movements in the order of cost (<see cref="OrderKey"/>),
/// whatever order they were recorded in. The sweep makes that pass from the earliest changed place on, over the pools
/// concerned only, all of them together in the order of cost. A movement takes its worth from what stands before it
/// alone, so one pass is enough. What takes a movement back (<see cref="CostBasis.Source"/>) ranks after it and follows
/// its worth as it stood then, into other pools too. Pure: what changed is in the <see cref="CostOutcome"/>.</remarks>
/// <param name="state">The book.</param>
/// <param name="methodOf">The method of an item's class.</param>
internal sealed class CostSweep(State state, Func<long, CostMethod> methodOf)
{
    private const long MovesPerCheckpoint = 512;
    private const int QueuedPerMove = 16;

    private readonly CostOutcome outcome = new();
    private readonly Dictionary<PoolKey, Lane> lanes = [];
    private readonly PriorityQueue<Turn, OrderKey> turns = new();
    private readonly Dictionary<MovementRef, CostSource> sources = [];
    private readonly Dictionary<MovementRef, (CostEvent Movement, long Worth)> worths = [];
    private readonly HashSet<MovementRef> added = [];
    private readonly HashSet<MovementRef> removed = [];
    private readonly HashSet<MovementRef> unknown = [];

    // Issues without goods of which the book says so already.
    private readonly HashSet<MovementRef> marked = [];
    private bool hasCovered;

    /// <param name="more">The document's movements, none of them in the book yet.</param>
    /// <param name="less">Movements that its reversal takes out of the reckoning.</param>
    public CostOutcome Run(IReadOnlyList<CostEvent> more, IReadOnlyList<CostEvent> less)
    {
        added.UnionWith(more.Select(movement => movement.Ref));
        removed.UnionWith(less.Select(movement => movement.Ref));
        Open(more, less);
        foreach (var movement in more)
        {
            if (movement.Source != MovementRef.None)
            {
                outcome.Taken.Add((movement.Source, movement.Ref, movement.Qty));
            }

            turns.Enqueue(new Turn(lanes[movement.Pool], movement, IsProbe: false), movement.Key);
        }

        Sweep();
        return outcome;
    }

    /// <summary>Gives a closing period's issues their price, and costs all that comes after it again.</summary>
    /// <param name="key">The pool.</param>
    /// <param name="boundary">Where the next period begins.</param>
    /// <param name="repriced">The issues' worth, and the pool at the boundary.</param>
    public CostOutcome Run(PoolKey key, OrderKey boundary, PeriodAverage.Repriced repriced)
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
        Sweep();
        return outcome;
    }

    private void Sweep()
    {
        while (turns.TryDequeue(out var turn, out _))
        {
            if (turn.IsProbe)
            {
                Probe(turn.Movement);
                continue;
            }

            Move(turn.Lane!, turn.Movement);
            if (!added.Contains(turn.Movement.Ref))
            {
                Advance(turn.Lane!);
            }
        }

        Conclude();
    }

    /// <summary>Opens the pools concerned, those of an item all at its earliest changed place, and begins to follow
    /// what is taken back.</summary>
    private void Open(IReadOnlyList<CostEvent> more, IReadOnlyList<CostEvent> less)
    {
        foreach (var ofItem in more.Concat(less).GroupBy(movement => movement.Pool.ItemId))
        {
            var from = ofItem.Min(movement => movement.Key);
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

        if (isAmid)
        {
            var now = state.Pool(key).Pool;
            marked.UnionWith(Covering.Issues(now).Select(issue => issue.Ref));
            foreach (var issue in Covering.Changed(start.Pool, now))
            {
                Await(issue, key, from);
            }
        }

        Advance(lane);
    }

    /// <summary>An issue still without goods, covered later, may be covered otherwise now, or no more; what takes it
    /// back follows. One that the book never covered is met when a receipt of the sweep does.</summary>
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
        if (lane.Next(removed) is { } movement)
        {
            turns.Enqueue(new Turn(lane, movement, IsProbe: false), movement.Key);
        }
    }

    /// <summary>A movement that takes back one that is followed, in a pool that may not be swept.</summary>
    private void Probe(CostEvent taking)
    {
        if (lanes.TryGetValue(taking.Pool, out var lane) && lane.Start <= taking.Key)
        {
            return;
        }

        var source = sources[taking.Source];
        if (taking.Basis == CostBasis.Own || source.Share(taking.Qty) == taking.Value)
        {
            source.Take(taking, taking.Value);
            return;
        }

        Open(taking.Pool, taking.Key);
    }

    private void Move(Lane lane, CostEvent movement)
    {
        lane.Checkpoint(movement.Key, MovesPerCheckpoint, outcome.Checkpoints);
        var before = lane.Pool;
        var worth = movement.Qty < 0 ? Issue(lane, movement) : Receive(lane, movement);
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

        if (!isStated && issued.Pool.Qty < 0 && !marked.Contains(movement.Ref))
        {
            outcome.Uncovered.Add(movement.Ref);
        }

        if (movement.IsTakenBack || lane.Wanted.Contains(movement.Ref))
        {
            Follow(movement, issued.Value, movement.Key);
        }

        return issued.Value;
    }

    private long Receive(Lane lane, CostEvent movement)
    {
        var source = sources.GetValueOrDefault(movement.Source);
        var value = movement.Basis switch
        {
            CostBasis.Own => movement.Value,
            CostBasis.Pool => Current(lane, movement),
            CostBasis.Source => source?.Share(movement.Qty) ?? movement.Value,
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
            // A checkpoint holds the queue: where that is long they are further apart, or the book would fill with it.
            var far = Math.Max(perCheckpoint, Pool.Queue.Count / QueuedPerMove);
            if (moves >= far && next.BusinessAt > last.BusinessAt)
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
