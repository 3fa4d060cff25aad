namespace Analytics.Ledger.Costing;

/// <summary>Where costing a pool again begins.</summary>
/// <param name="Pool">Before the first of <paramref name="Movements"/>.</param>
/// <param name="LastKey">Of the movement before those; <see cref="OrderKey.First"/> where there is none.</param>
/// <param name="Moves">Movements since the checkpoint before.</param>
/// <param name="Movements">All later ones that the book holds, in the order of cost.</param>
/// <param name="Tail">The movements before, newest first.</param>
/// <param name="IsTailWhole">The tail goes back to the pool's first movement.</param>
internal sealed record PoolStart(
    Pool Pool, OrderKey LastKey, long Moves, IEnumerable<CostEvent> Movements, PoolTail? Tail, bool IsTailWhole);
