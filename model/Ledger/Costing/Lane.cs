namespace Analytics.Ledger.Costing;

/// <summary>One pool of a <see cref="CostSweep"/>: where it stands, and its movements still to come.</summary>
internal sealed class Lane(PoolKey key, OrderKey start, PoolStart from)
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
