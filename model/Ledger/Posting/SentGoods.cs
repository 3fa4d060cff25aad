using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Goods sent on their way or lent: once all of a movement are back, what it is worth beyond what came back is
/// an expense, so that nothing of it stays on the account where they were.</summary>
/// <remarks>What came back may be sold by now, and does not follow what covers the sent goods later. Whether they are
/// all back, and what is left then, is reckoned from the book before an entry and after it; the entry books the
/// difference.</remarks>
internal static class SentGoods
{
    /// <summary>What an entry changes of what is left behind, by sent movement.</summary>
    public static IEnumerable<(CostEvent Sent, bool IsRecosted, long Change)> Changes(
        State state, Draft draft, DocumentRow head, CostOutcome cost)
    {
        var changes = new Dictionary<MovementRef, long>();
        foreach (var (movement, change) in cost.Adjustments)
        {
            changes[movement.Ref] = change;
        }

        var gone = Gone(state, head).ToList();
        foreach (var (sent, like) in Touched(state, draft, cost, gone))
        {
            var movement = state.Movement(sent, like);
            if (IsSold(state, movement))
            {
                continue;
            }

            var back = state.TakenBackBy(sent, like);
            var before = Left(movement.Qty, movement.Value, back.Select(one => (one.Qty, one.Value)));
            var stays = back.Where(one => !gone.Exists(row => one.Ref == new MovementRef(row.Seq, row.LineNo)))
                .Select(one => (one.Qty, one.Value + changes.GetValueOrDefault(one.Ref)));
            var comes = cost.Taken.Where(one => one.Source == sent).Select(one => (one.Qty, cost.Values[one.By]));
            var after = Left(
                movement.Qty, movement.Value + changes.GetValueOrDefault(sent), stays.Concat(comes));
            if (after != before)
            {
                yield return (movement, changes.ContainsKey(sent), after - before);
            }
        }
    }

    /// <summary>Whether some of what was lent was sold: its sales take what is left then.</summary>
    private static bool IsSold(State state, CostEvent sent) => sent.Booking.Counter == Location.Lent
        && state.Signed(sent.Ref.Seq, sent.Booking.LineNo).Count > 0;

    private static bool IsAway(Location counter) => counter is Location.Transit or Location.Lent;

    /// <summary>What of the original leaves the reckoning with its reversal, and took something back.</summary>
    private static IEnumerable<StockMovementRow> Gone(State state, DocumentRow head) =>
        head.IsReversal == 0 || state.DocumentRow(head.OriginalSeq).BusinessAt != head.BusinessAt
            ? []
            : state.StockRows(head.OriginalSeq)
                .Where(row => row.SourceSeq != None.Id && IsAway((Location)row.CounterLocation));

    /// <summary>Sent movements that cost otherwise, or of which something comes back or goes away again.</summary>
    private static IEnumerable<(MovementRef Sent, PoolKey Like)> Touched(
        State state, Draft draft, CostOutcome cost, List<StockMovementRow> gone)
    {
        var adjusted = cost.Adjustments.Select(one => one.Movement).Where(one => IsAway(one.Booking.Counter))
            .Select(one => (Sent: one.Source == MovementRef.None ? one.Ref : one.Source, one.Pool.ItemId));
        var moved = draft.Stock.Concat(gone)
            .Where(row => row.Qty != 0 && row.SourceSeq != None.Id && IsAway((Location)row.CounterLocation))
            .Select(row => (Sent: new MovementRef(row.SourceSeq, row.SourceLineNo), row.ItemId));
        return adjusted.Concat(moved).DistinctBy(one => one.Sent)
            .Select(one => (one.Sent, state.PoolKeyOf(state.ItemById(one.ItemId), 1, 1)));
    }

    /// <summary>Nothing while some are away.</summary>
    private static long Left(long qty, long worth, IEnumerable<(long Qty, long Value)> back)
    {
        var (came, value) = back.Aggregate(
            (Qty: 0L, Value: 0L),
            (sum, one) => (sum.Qty + one.Qty, sum.Value + (Math.Sign(one.Qty) * one.Value)));
        return qty < 0 && came == -qty ? worth - value : 0;
    }
}
