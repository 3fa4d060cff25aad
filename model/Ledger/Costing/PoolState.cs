namespace Analytics.Ledger.Costing;

/// <summary>A cost pool as it is now, and its latest movements.</summary>
/// <param name="Pool">After its last movement.</param>
/// <param name="LastKey">Of the last movement in the order of cost.</param>
/// <param name="Moves">Movements since the last checkpoint.</param>
/// <param name="Tail">The latest movements, newest first, so that one that comes a little late need not read the book;
/// null where none are kept.</param>
/// <param name="IsTailWhole">The tail goes back to the pool's first movement.</param>
internal sealed record PoolState(Pool Pool, OrderKey LastKey, long Moves, PoolTail? Tail, bool IsTailWhole)
{
    public static readonly PoolState Empty = new(Pool.Empty, OrderKey.First, 0, null, true);

    /// <summary>Without its latest movements: what the book says of them has changed.</summary>
    public PoolState WithoutTail() => Tail is null ? this : this with { Tail = null, IsTailWhole = false };
}
