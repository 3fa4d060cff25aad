namespace Analytics.Ledger.Costing;

/// <summary>Month-end weighted average (月末一次加权平均): when a period closes, all its issues get one price, what was
/// there at its beginning and came in over what that was worth.</summary>
/// <remarks>Pure. Until then a moving average stands in. What came back in the period in which it went out counts as
/// not gone out; a stated cost stays as it is and is taken out of both sums, and so does what goods were made of, since
/// those would have to follow. Worth is rounded up to each place in the
/// order of cost, not piece by piece, so an emptied pool is worth nothing. A pool that lacked goods at any moment of
/// the period keeps its moving average: there is no price for what was not there.</remarks>
internal static class PeriodAverage
{
    /// <summary>What each issue (and what came back of it) is worth, and the pool at the period's end.</summary>
    internal sealed record Repriced(IReadOnlyList<(CostEvent Movement, long Worth)> Worths, Pool Pool);

    /// <param name="opening">The pool before the period.</param>
    /// <param name="movements">Of the period, in the order of cost; each worth what its value says.</param>
    /// <returns>Null where the pool lacked goods.</returns>
    public static Repriced? Reprice(Pool opening, IReadOnlyList<CostEvent> movements)
    {
        var own = movements.Select(movement => movement.Ref).ToHashSet();
        var (onHand, qty, value) = (opening.Qty, opening.Qty, opening.Value);
        foreach (var movement in movements)
        {
            onHand += movement.Qty;
            if (onHand < 0 || opening.Qty < 0)
            {
                return null;
            }

            if (!IsPriced(movement, own))
            {
                (qty, value) = (qty + movement.Qty, value + (movement.Qty < 0 ? -movement.Value : movement.Value));
            }
        }

        if (qty <= 0)
        {
            return null;
        }

        var worths = new List<(CostEvent Movement, long Worth)>();
        var (gone, given) = (0L, 0L);
        foreach (var movement in movements.Where(movement => IsPriced(movement, own)))
        {
            gone -= movement.Qty;
            var upToHere = Exact.MulDiv(value, gone, qty);
            worths.Add((movement, movement.Qty < 0 ? upToHere - given : given - upToHere));
            given = upToHere;
        }

        var left = opening with { Qty = onHand, Value = value - given };
        return new Repriced(worths, left.Qty > 0
            ? left with { LastCost = MovingAverage.LastCost(left, left.Qty, left.Value) }
            : left with { LastCost = value >= 0 ? Exact.MulDiv(value, Costs.CostScale, qty) : left.LastCost });
    }

    private static bool IsPriced(CostEvent movement, HashSet<MovementRef> own) => movement.Basis switch
    {
        CostBasis.Own or CostBasis.Revaluation or CostBasis.Derived => false,
        CostBasis.Pool => !movement.IsComponent,
        CostBasis.Source => own.Contains(movement.Source),
    };
}
