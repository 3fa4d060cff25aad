using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Closes the books (结账): no document may be dated in the period any more, and what is costed by period gets
/// its price, booked on the documents' own days just before they close.</summary>
internal static class PeriodClosePosting
{
    public static Outcome Post(PeriodClose close, State state)
    {
        if (!Dates.IsInRange(close.ClosedTo))
        {
            return new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(close.ClosedTo));
        }

        var today = state.Day.Of(DateTimeOffset.FromUnixTimeMilliseconds(state.RecordedAt)).Date;
        if (close.ClosedTo >= today)
        {
            return new Refusal(RefusalReason.PeriodNotOver, 0, Dates.Text(close.ClosedTo));
        }

        var closedTo = Dates.Number(close.ClosedTo);
        if (closedTo <= state.ClosedTo)
        {
            return closedTo == state.ClosedTo
                ? Outcome.Already(state.ClosedSeq)
                : new Refusal(RefusalReason.ClosedPeriod, 0, Dates.Text(close.ClosedTo));
        }

        var draft = new Draft(state.Seq + 1, "period_close");
        draft.Other.Add(new PeriodCloseRow { Seq = draft.Seq, ClosedTo = closedTo });
        Reprice(state, draft, state.Day.BeginOf(close.ClosedTo.AddDays(1)).ToUnixTimeMilliseconds());
        return draft;
    }

    private static void Reprice(State state, Draft draft, long end)
    {
        var begin = state.ClosedTo == 0
            ? long.MinValue
            : state.Day.BeginOf(Dates.Date(state.FirstOpenDate)).ToUnixTimeMilliseconds();
        var (from, to) = (OrderKey.First with { BusinessAt = begin }, OrderKey.First with { BusinessAt = end });
        var priced = new List<(PoolKey Key, PeriodAverage.Repriced Repriced)>();
        foreach (var itemId in state.ItemsOf(CostMethod.PeriodAverage))
        {
            var key = new PoolKey(itemId, None.Id, None.Id);
            var start = state.PoolFrom(key, from, CostMethod.PeriodAverage);
            var movements = start.Movements.TakeWhile(movement => movement.Key < to).ToList();
            if (PeriodAverage.Reprice(start.Pool, movements) is { } repriced)
            {
                priced.Add((key, repriced));
            }
        }

        var cost = new CostSweep(state, item => state.MethodOf(state.ItemById(item))).Run(to, priced);
        draft.Cost = cost;
        CostAdjustments.Book(state, draft, new DocumentRow { BusinessAt = end }, cost);
    }
}
