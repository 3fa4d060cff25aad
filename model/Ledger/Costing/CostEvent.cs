namespace Analytics.Ledger.Costing;

/// <summary>A movement as costing sees it.</summary>
/// <param name="Ref">Which movement.</param>
/// <param name="Pool">Its pool.</param>
/// <param name="Key">Its place in the order of cost.</param>
/// <param name="Qty">Signed, ×10⁴: above zero goes in.</param>
/// <param name="Basis">What gives it its value.</param>
/// <param name="Value">Its worth, ×10⁴, without the sign of its direction: what the document states where the basis is
/// <see cref="CostBasis.Own"/>; otherwise what the book says it is worth, adjustments included, 0 while it is being
/// posted.</param>
/// <param name="Source">The movement it takes back.</param>
/// <param name="IsTakenBack">Later movements take back some of it.</param>
/// <param name="Booking">Where a change of its worth is booked.</param>
internal sealed record CostEvent(
    MovementRef Ref, PoolKey Pool, OrderKey Key, long Qty, CostBasis Basis, long Value, MovementRef Source,
    bool IsTakenBack, CostBooking Booking);
