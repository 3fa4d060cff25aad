namespace Analytics.Ledger.Costing;

/// <summary>A movement as costing sees it.</summary>
/// <param name="Ref">Which movement.</param>
/// <param name="Pool">Its pool.</param>
/// <param name="Key">Its place in the order of cost.</param>
/// <param name="Qty">Signed, ×10⁴: above zero goes in; 0 is a revaluation.</param>
/// <param name="Basis">What gives it its value.</param>
/// <param name="Value">Its worth, ×10⁴, without the sign of its direction: what the document states where the basis is
/// <see cref="CostBasis.Own"/>; otherwise what the book says it is worth, adjustments included, 0 while it is being
/// posted.</param>
/// <param name="Own">What a revaluation or goods made out of others state themselves.</param>
/// <param name="Source">The movement it takes back, or revalues.</param>
/// <param name="IsTakenBack">Later movements take back some of it.</param>
/// <param name="Booking">Where a change of its worth is booked.</param>
internal sealed record CostEvent(
    MovementRef Ref, PoolKey Pool, OrderKey Key, long Qty, CostBasis Basis, long Value, OwnWorth Own,
    MovementRef Source, bool IsTakenBack, CostBooking Booking)
{
    /// <summary>Whether it may be what the products of its document are made of.</summary>
    public bool IsComponent => Qty < 0 && Booking.Counter == Location.Assembly;

    /// <summary>Whether it is a revaluation of one receipt, which is part of that and has no place of its own.
    /// </summary>
    public bool IsOfReceipt => Basis == CostBasis.Revaluation && Source != MovementRef.None;

    /// <summary>Worth so much more: the receipt with what revaluations add to it.</summary>
    public CostEvent Raised(long by) => by == 0 ? this : this with
    {
        Value = Value + by, Own = Own with { Value = Own.Value + by },
    };
}
