using Analytics.Ledger.Costing;

namespace Analytics.Ledger.Posting;

/// <summary>What kinds share by which goods come in that nobody sold: at the value their line states, else at what one
/// more would cost, else as they were last bought.</summary>
internal static class Found
{
    public static Refusal? Move(PostingDesk desk, Location from)
    {
        foreach (var line in desk.Lines)
        {
            var (parts, refusal) = desk.Intake.Of(line, from);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Discover(line, from, parts, Worth(desk, line, parts[0].BatchId));
        }

        return null;
    }

    /// <summary>What the goods are worth; null where the pool says it.</summary>
    public static long? Worth(PostingDesk desk, LineDraft line, long batchId)
    {
        if (line.Row.IsCostExplicit == 1 || line.Row.NetAmount > 0)
        {
            return line.Row.IsCostExplicit == 1 ? line.Row.CostAmount : line.Row.NetAmount;
        }

        var pool = desk.State.Pool(desk.State.PoolKeyOf(line.Item, desk.Head.DepotId, batchId)).Pool;
        return Costs.Current(pool, line.Row.Qty).Value != 0 ? null : LastBought(desk, line);
    }

    private static long? LastBought(PostingDesk desk, LineDraft line)
    {
        var bought = desk.State.BoughtUntil(line.Item.ItemId, desk.Head.BusinessAt)
            .FirstOrDefault(receipt => IsStanding(desk.State, receipt.Seq));
        return bought.Seq == 0 ? null : Exact.MulDiv(bought.Value, line.Row.Qty, bought.Qty);
    }

    private static bool IsStanding(State state, long seq)
    {
        var head = state.DocumentRow(seq);
        return head.IsReversal == 0 && state.FindDocument(head.DocumentKey)?.Status == DocumentStatus.Posted;
    }
}
