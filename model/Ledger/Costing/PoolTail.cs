namespace Analytics.Ledger.Costing;

/// <summary>A movement of a pool with the pool before it, and the movement before that.</summary>
/// <param name="Event">The movement.</param>
/// <param name="Before">The pool before it.</param>
/// <param name="Moves">Movements since the last checkpoint, before it.</param>
/// <param name="Previous">The movement before; null at the tail's end.</param>
internal sealed record PoolTail(CostEvent Event, Pool Before, long Moves, PoolTail? Previous)
{
    private const int Most = 32;
    private const int Kept = 16;

    private int Count { get; } = (Previous?.Count ?? 0) + 1;

    /// <summary>The tail with one more movement; a long one loses its older half.</summary>
    public static (PoolTail Tail, bool IsCut) Add(PoolTail? tail, CostEvent movement, Pool before, long moves)
    {
        var isCut = tail is { Count: >= Most };
        return (new PoolTail(movement, before, moves, isCut ? Cut(tail!, Kept) : tail), isCut);
    }

    private static PoolTail Cut(PoolTail tail, int left) =>
        left == 1
            ? new PoolTail(tail.Event, tail.Before, tail.Moves, null)
            : new PoolTail(tail.Event, tail.Before, tail.Moves, Cut(tail.Previous!, left - 1));
}
