namespace Analytics.Ledger.Costing;

/// <summary>What costing a document came to.</summary>
internal sealed class CostOutcome
{
    /// <summary>What each movement of the document is worth.</summary>
    public Dictionary<MovementRef, long> Values { get; } = [];

    /// <summary>Its movements that no cost is known of yet.</summary>
    public HashSet<MovementRef> Unknown { get; } = [];

    /// <summary>Earlier movements that are worth more (or less) now.</summary>
    public List<(CostEvent Movement, long Change)> Adjustments { get; } = [];

    /// <summary>The pools after it.</summary>
    public Dictionary<PoolKey, PoolState> Pools { get; } = [];

    /// <summary>Pools of which earlier movements were costed again: checkpoints after the moment hold no
    /// more.</summary>
    public Dictionary<PoolKey, long> Resettled { get; } = [];

    /// <summary>Pools of which the latest movements are no longer what is kept of them.</summary>
    public HashSet<PoolKey> Forgotten { get; } = [];

    /// <summary>Which movements of the document take back how much of which.</summary>
    public List<(MovementRef Source, MovementRef By, long Qty)> Taken { get; } = [];

    /// <summary>What revaluations add to receipts.</summary>
    public Dictionary<MovementRef, long> Raised { get; } = [];

    /// <summary>Checkpoints to keep.</summary>
    public List<(PoolKey Key, long BusinessAt, Pool Pool)> Checkpoints { get; } = [];

    /// <summary>Movements that went out before their goods came in.</summary>
    public HashSet<MovementRef> Uncovered { get; } = [];
}
