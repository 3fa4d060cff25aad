namespace Analytics.Ledger.Costing;

/// <summary>An issue, or what is left of one, that went out before its goods came in; or a layer.</summary>
/// <param name="Place">Its place in the queue, rising.</param>
/// <param name="Ref">The movement; the first one where explicit issues were merged.</param>
/// <param name="Qty">Not yet covered, or not yet used up; above zero, ×10⁴.</param>
/// <param name="Value">What that quantity was issued or received at, ×10⁴.</param>
/// <param name="Effective">What the whole issue is worth by now, covered parts at their real cost; of a layer, its
/// value.</param>
/// <param name="IsCostExplicit">Its cost was stated by the source and is never adjusted.</param>
internal readonly record struct QueueItem(
    long Place, MovementRef Ref, long Qty, long Value, long Effective, bool IsCostExplicit);
