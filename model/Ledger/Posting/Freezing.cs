using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Turns freezing or freeing stock (冻结, 解冻) into its entry.</summary>
internal static class Freezing
{
    public static Outcome Post(StockFreeze freeze, State state)
    {
        if (Texts.FirstInvalid(freeze.ItemCode, freeze.BatchNo, freeze.LotNo, freeze.DepotCode, freeze.Reason)
            is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        if (state.Item(freeze.ItemCode) is not { } item)
        {
            return new Refusal(RefusalReason.UnknownItem, 0, freeze.ItemCode);
        }

        var depot = freeze.DepotCode.Length == 0 ? null : state.Store(freeze.DepotCode);
        if (depot is null && freeze.DepotCode.Length > 0)
        {
            return new Refusal(RefusalReason.UnknownDepot, 0, freeze.DepotCode);
        }

        var batch = state.Batches(item.ItemId)
            .FirstOrDefault(one => one.BatchNo == freeze.BatchNo && one.LotNo == freeze.LotNo);
        if (batch is null && (freeze.BatchNo.Length > 0 || freeze.LotNo.Length > 0))
        {
            return new Refusal(RefusalReason.UnknownBatch, 0, freeze.BatchNo);
        }

        return Post(freeze, state, new FreezeRow
        {
            Seq = state.Seq + 1,
            ItemId = item.ItemId,
            BatchId = batch?.BatchId ?? None.Id,
            DepotId = depot?.StoreId ?? None.Id,
            IsFrozen = freeze.IsFrozen ? 1 : 0,
            Reason = freeze.Reason,
        });
    }

    private static Outcome Post(StockFreeze freeze, State state, FreezeRow row)
    {
        var known = state.Freeze(row.ItemId, row.BatchId, row.DepotId);
        if (freeze.IsFrozen && known is { } seq)
        {
            return Outcome.Already(seq);
        }

        if (!freeze.IsFrozen && known is null)
        {
            string[] where = [freeze.ItemCode, freeze.BatchNo, freeze.LotNo, freeze.DepotCode];
            return new Refusal(RefusalReason.NotFrozen, 0, string.Join(", ", where.Where(one => one.Length > 0)));
        }

        var draft = new Draft(row.Seq, "freeze");
        draft.Other.Add(row);
        return draft;
    }
}
