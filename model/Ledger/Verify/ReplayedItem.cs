using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;

namespace Analytics.Ledger.Verify;

/// <summary>An item whose movements are costed again, and what the book says of others that goods of it were made of.
/// </summary>
/// <remarks>Those are compared in their own turn, so what the book says of them is taken.</remarks>
/// <param name="tables">Of the book.</param>
/// <param name="items">Every item that moved, by its id.</param>
/// <param name="itemId">Which it is.</param>
/// <param name="closedTo">The books are closed up to this business date.</param>
internal sealed class ReplayedItem(
    StateTables tables, IReadOnlyDictionary<long, (CostMethod Method, bool IsCompanyWide)> items, long itemId,
    long closedTo)
{
    public StateTables Tables => tables;

    public long ItemId => itemId;

    public CostMethod Method => items[itemId].Method;

    /// <summary>All of the item, in the order of cost.</summary>
    public IEnumerable<CostEvent> Movements =>
        PoolHistory.OfItem(tables, itemId, items[itemId].IsCompanyWide, Method == CostMethod.Batch);

    /// <summary>What goods are worth that were made out of others; of period average those of a closed period do not
    /// follow.</summary>
    public long WorthOf(CostEvent product)
    {
        if (Method == CostMethod.PeriodAverage && product.Booking.BusinessDate <= closedTo)
        {
            return product.Value;
        }

        var movements = tables.EntryMovements(
            product.Ref.Seq, one => (items[one].IsCompanyWide, items[one].Method == CostMethod.Batch));
        return product.Own.With(movements.Where(movement => movement.IsComponent).Sum(WentOutAt));
    }

    private long WentOutAt(CostEvent component)
    {
        if (component.Basis != CostBasis.Pool || !tables.MovementState(component.Ref).WasUncovered)
        {
            return component.Value;
        }

        var method = items[component.Pool.ItemId].Method;
        var before = PoolHistory.From(tables, component.Pool, component.Key, method).Pool;
        return Costs.Issue(method, before, component.Ref, -component.Qty, stated: null).Value;
    }
}
