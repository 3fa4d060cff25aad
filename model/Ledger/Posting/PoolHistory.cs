using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Posting;

/// <summary>A pool's past, for costing it again from a place on.</summary>
internal static class PoolHistory
{
    private const int FewMovements = 256;
    private const int ManyMovements = 2048;

    /// <summary>The pool before a place, and its movements from there on.</summary>
    public static PoolStart From(StateTables tables, PoolKey key, OrderKey from, CostMethod method)
    {
        var (businessAt, pool, isBeginning) = tables.Checkpoint(key, from.BusinessAt);
        var movements = Read(tables, key, businessAt).GetEnumerator();
        var (last, moves, has) = (OrderKey.First, 0L, movements.MoveNext());
        for (; has && movements.Current.Key < from; has = movements.MoveNext())
        {
            pool = After(method, pool, movements.Current);
            last = movements.Current.Key;
            moves++;
        }

        if (moves == 0 && !isBeginning)
        {
            last = new OrderKey(businessAt, -1, "", "", 0);
        }

        return new PoolStart(pool, last, moves, Rest(movements, has), null, false);
    }

    /// <summary>The pool before a place, from what is kept of its latest movements; null where they do not go back so
    /// far.</summary>
    public static PoolStart? FromTail(PoolState state, OrderKey from)
    {
        if (from > state.LastKey)
        {
            return new PoolStart(state.Pool, state.LastKey, state.Moves, [], state.Tail, state.IsTailWhole);
        }

        var later = new List<CostEvent>();
        var (pool, moves, tail) = (state.Pool, state.Moves, state.Tail);
        for (; tail is not null && tail.Event.Key >= from; tail = tail.Previous)
        {
            later.Add(tail.Event);
            (pool, moves) = (tail.Before, tail.Moves);
        }

        if (tail is null && !state.IsTailWhole)
        {
            return null;
        }

        later.Reverse();
        return new PoolStart(pool, tail?.Event.Key ?? OrderKey.First, moves, later, tail, state.IsTailWhole);
    }

    /// <summary>All movements of an item, in the order of cost.</summary>
    public static IEnumerable<CostEvent> OfItem(
        StateTables tables, long itemId, bool isCompanyWide, bool isByBatch) =>
        InOrder(
            tables, (from, before) => tables.ItemMovements(itemId, from, before, isCompanyWide, isByBatch),
            long.MinValue);

    /// <summary>The pool after a movement that is worth what the book says.</summary>
    private static Pool After(CostMethod method, Pool pool, CostEvent movement)
    {
        var isPooled = movement.Basis == CostBasis.Pool;
        return movement.Qty switch
        {
            0 => Costs.Revalue(method, pool, movement.Own.Value).Pool,
            < 0 => Costs.Issue(
                method, pool, movement.Ref, -movement.Qty, isPooled ? null : movement.Value).Pool,
            _ => Costs.Receive(method, pool, new Costs.Receipt(
                movement.Ref, movement.Qty,
                isPooled ? Costs.Current(pool, movement.Qty).Value : movement.Value, movement.Source)).Pool,
        };
    }

    private static IEnumerable<CostEvent> Rest(IEnumerator<CostEvent> movements, bool has)
    {
        for (; has; has = movements.MoveNext())
        {
            yield return movements.Current;
        }
    }

    /// <summary>Movements in the order of cost.</summary>
    private static IEnumerable<CostEvent> Read(StateTables tables, PoolKey key, long businessAt) =>
        InOrder(tables, (from, before) => tables.Movements(key, from, before), businessAt)
            .Where(movement => key.BatchId < 0 || movement.Pool.BatchId == key.BatchId);

    /// <summary>Reads span by span, each whole moments and so long that it has some hundreds of movements.</summary>
    private static IEnumerable<CostEvent> InOrder(
        StateTables tables, Func<long, long, List<CostEvent>> read, long businessAt)
    {
        if (tables.MovementDays() is not { } days)
        {
            yield break;
        }

        var (end, span) = (checked(days.Last + StateTables.Day), StateTables.Day);
        for (var from = Math.Max(businessAt, days.First - StateTables.Day); from < end; )
        {
            var before = from + Math.Min(checked(end - from), span);
            var movements = read(from, before);
            foreach (var movement in movements.OrderBy(movement => movement.Key))
            {
                yield return movement;
            }

            from = before;
            span = movements.Count switch
            {
                < FewMovements => checked(span * 2),
                > ManyMovements => Math.Max(1, span / 2),
                _ => span,
            };
        }
    }
}
