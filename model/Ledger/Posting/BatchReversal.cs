using System.Globalization;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What a reversal takes back of batches, bins and trace codes.</summary>
/// <remarks>The batch itself stays known, with its dates. A code goes back to where its goods go; one that moved on
/// since holds the reversal up.</remarks>
internal static class BatchReversal
{
    /// <summary>Adds to a reversal whose stock is turned; or says why it cannot be.</summary>
    public static Refusal? Turn(Draft draft, DocumentRow head, State state)
    {
        foreach (var item in draft.Stock.Select(row => row.ItemId).Distinct())
        {
            if (state.IsByCell(state.ItemById(item)))
            {
                draft.ByCell.Add(item);
            }
        }

        return TooLittle(draft, state) ?? TraceCodes(draft, head, state);
    }

    /// <summary>Where stock may not go negative no batch or bin may either.</summary>
    private static Refusal? TooLittle(Draft draft, State state)
    {
        var cells = draft.Stock.Where(row => row.Qty < 0 && (row.BatchId >= 0 || row.BinId >= 0))
            .Where(row => state.StoreById(row.DepotId).MayGoNegative == 0)
            .GroupBy(row => (row.ItemId, row.DepotId, row.BatchId, row.BinId));
        foreach (var cell in cells)
        {
            var (itemId, depotId, batchId, binId) = cell.Key;
            var has = state.Stock(itemId, depotId, draft.ByCell.Contains(itemId))
                .Where(one => one.Key.BatchId == batchId && one.Key.BinId == binId).Sum(one => one.Value);
            var wanted = -cell.Sum(row => row.Qty);
            if (has < wanted)
            {
                return new Refusal(RefusalReason.InsufficientStock, 0, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{state.ItemById(itemId).ItemCode}: {new Qty(has)} < {new Qty(wanted)}"));
            }
        }

        return null;
    }

    private static Refusal? TraceCodes(Draft draft, DocumentRow head, State state)
    {
        var moved = state.OtherRows<TraceCodeRow>(head.OriginalSeq);
        foreach (var step in moved.OrderBy(row => row.LineNo))
        {
            if (state.Pack(step.Code)?.Seq != step.Seq)
            {
                return new Refusal(RefusalReason.TraceCodeElsewhere, (int)step.DocumentLineNo, step.Code);
            }

            var goods = draft.Stock.Where(row => row.DocumentLineNo == step.DocumentLineNo)
                .OrderByDescending(row => row.Qty).FirstOrDefault();
            draft.Other.Add(step with
            {
                Seq = head.Seq,

                // Only lent goods are sold without moving: they are lent again.
                Location = goods is null ? (long)Location.Lent
                    : goods.Qty > 0 ? goods.DepotId
                    : goods.CounterLocation,
            });
        }

        return null;
    }
}
