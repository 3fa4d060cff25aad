using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Costing;

/// <summary>Goods made out of others, in a sweep: which products follow what was swept over, and what they are worth.
/// </summary>
/// <remarks>A product follows what its components went out at: what covers one later stays with that, as with returns.
/// Of period average, a product in a closed period does not follow: its price is given.</remarks>
/// <param name="state">The book.</param>
/// <param name="methodOf">The method of an item's class.</param>
internal sealed class Making(State state, Func<long, CostMethod> methodOf)
{
    // What components went out at in this sweep.
    private readonly Dictionary<MovementRef, long> wentOutAt = [];
    private readonly HashSet<long> stirred = [];
    private readonly Dictionary<long, IReadOnlyList<CostEvent>> documents = [];

    /// <summary>Takes in the movements of the document that is being posted.</summary>
    public void Add(IReadOnlyList<CostEvent> movements)
    {
        foreach (var document in movements.GroupBy(movement => movement.Ref.Seq))
        {
            documents[document.Key] = [.. document];
            stirred.Add(document.Key);
        }
    }

    /// <summary>A component was swept over; answers the products to look at, each document's once.</summary>
    public IEnumerable<CostEvent> Stir(CostEvent component, long worth)
    {
        wentOutAt[component.Ref] = worth;
        return stirred.Add(component.Ref.Seq)
            ? Of(component.Ref.Seq).Where(movement => movement.Basis == CostBasis.Derived && !IsFixed(movement))
            : [];
    }

    /// <summary>What a product is worth, its components having gone out.</summary>
    public long Worth(CostEvent product) =>
        stirred.Contains(product.Ref.Seq) && !IsFixed(product)
            ? product.Own.With(Of(product.Ref.Seq).Where(movement => movement.IsComponent).Sum(WentOutAt))
            : product.Value;

    /// <summary>The components of a product.</summary>
    public IEnumerable<CostEvent> Components(CostEvent product) =>
        Of(product.Ref.Seq).Where(movement => movement.IsComponent);

    private long WentOutAt(CostEvent component) =>
        wentOutAt.TryGetValue(component.Ref, out var worth) ? worth : state.WentOutAt(component);

    private bool IsFixed(CostEvent product) =>
        product.Booking.BusinessDate <= state.ClosedTo
        && methodOf(product.Pool.ItemId) == CostMethod.PeriodAverage;

    private IReadOnlyList<CostEvent> Of(long seq)
    {
        if (!documents.TryGetValue(seq, out var movements))
        {
            documents.Add(seq, movements = state.EntryMovements(seq));
        }

        return movements;
    }
}
