using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Compares what was counted with the book, and moves the difference; of a whole scope (整仓盘点) what is not
/// listed was counted as nothing.</summary>
internal static class Counting
{
    public static Refusal? Move(PostingDesk desk)
    {
        var seen = new HashSet<(long ItemId, long BatchId, long BinId)>();
        foreach (var line in desk.Lines)
        {
            if (Count(desk, line, seen) is { } refusal)
            {
                return refusal;
            }
        }

        return desk.Document.Whole is { } scope ? Rest(desk, new CountingRest(desk, scope), seen) : null;
    }

    private static Refusal? Rest(
        PostingDesk desk, CountingRest whole, HashSet<(long ItemId, long BatchId, long BinId)> listed)
    {
        if (whole.Find() is { } unknown)
        {
            return unknown;
        }

        var (rest, refusal) = whole.Of(listed);
        return refusal ?? rest
            .Select(one => Record(desk, one.Line, (one.BatchId, one.BinId), one.Booked))
            .FirstOrDefault(refused => refused is not null);
    }

    private static Refusal? Count(
        PostingDesk desk, LineDraft line, HashSet<(long ItemId, long BatchId, long BinId)> seen)
    {
        var (bin, noBin) = Intake.Bin(desk, line);
        var (batch, wrong) = BatchOf(desk, line);
        if ((noBin ?? wrong) is { } unknown)
        {
            return unknown;
        }

        // What was not seen before may still be found: its batch is made when it comes in.
        var batchId = batch?.BatchId ?? None.Id;
        if (!seen.Add((line.Item.ItemId, batchId, bin)) && (batch is not null || line.Item.IsBatchTracked == 0))
        {
            return new Refusal(RefusalReason.CountedTwice, (int)line.Row.LineNo, line.Given.ItemCode);
        }

        var isNew = batch is null && line.Item.IsBatchTracked == 1;
        return Record(desk, line, (batchId, bin), isNew ? 0 : Booked(desk, line.Item, batchId, bin));
    }

    /// <summary>Moves the difference to what the book says, and keeps both.</summary>
    private static Refusal? Record(
        PostingDesk desk, LineDraft line, (long BatchId, long BinId) cell, long booked)
    {
        var difference = line.Row.Qty - booked;
        var (moved, refusal) = Adjust(desk, line, difference);
        if (refusal is not null)
        {
            return refusal;
        }

        desk.Draft.Other.Add(new StockCountLineRow
        {
            Seq = desk.Head.Seq,
            LineNo = line.Row.LineNo,
            ItemId = line.Item.ItemId,
            DepotId = desk.Head.DepotId,
            BatchId = moved ?? cell.BatchId,
            BinId = cell.BinId,
            BookQty = booked,
            CountedQty = line.Row.Qty,
            DifferenceQty = difference,
        });
        return null;
    }

    private static (long? BatchId, Refusal? Refusal) Adjust(PostingDesk desk, LineDraft line, long difference)
    {
        var qty = Math.Abs(difference);
        var off = line with
        {
            Row = line.Row with
            {
                Qty = qty, EnteredQty = qty, EnteredUnit = line.Item.BaseUnit, UnitFactor = ItemUnits.FactorScale,
            },
        };
        if (difference == 0)
        {
            desk.Plan(off);
            return (null, null);
        }

        if (difference > 0)
        {
            var (into, wrong) = desk.Intake.Of(off, Location.Loss);
            if (wrong is null)
            {
                desk.Discover(off, Location.Loss, into, Found.Worth(desk, off, into[0].BatchId));
            }

            return (wrong is null ? into[0].BatchId : null, wrong);
        }

        var named = off with { Given = off.Given with { PickReason = desk.Document.DocumentNo } };
        var (parts, refusal) = desk.Picking.Out(named, Location.Loss, mayTakeLocked: true);
        if (refusal is null)
        {
            desk.GiveBack(named, Location.Loss, parts);
        }

        return (null, refusal);
    }

    /// <summary>What the book says was there at the document's moment: what there is, less what moved after
    /// it.</summary>
    private static long Booked(PostingDesk desk, ItemRow item, long batchId, long binId)
    {
        var (state, depotId, at) = (desk.State, desk.Head.DepotId, desk.Head.BusinessAt);
        var isWhole = batchId == None.Id && binId == None.Id;
        var now = isWhole
            ? state.OnHand(item, depotId)
            : state.Stock(item.ItemId, depotId, state.IsByCell(item))
                .Where(one => (batchId == None.Id || one.Key.BatchId == batchId)
                    && (binId == None.Id || one.Key.BinId == binId))
                .Sum(one => one.Value);
        var after = state.MovedAfter(item.ItemId, depotId, at).Where(row =>
            (batchId == None.Id || row.BatchId == batchId) && (binId == None.Id || row.BinId == binId));
        return now - after.Sum(row => row.Qty);
    }

    /// <summary>The batch a line names; null where the item has none, or the batch is not known yet.</summary>
    private static (Batch? Batch, Refusal? Refusal) BatchOf(PostingDesk desk, LineDraft line)
    {
        var (given, lineNo) = (line.Given, (int)line.Row.LineNo);
        if (line.Item.IsBatchTracked == 0)
        {
            return Intake.SaysBatch(given)
                ? (null, new Refusal(RefusalReason.ItemWithoutBatches, lineNo, given.ItemCode))
                : (null, null);
        }

        return given.BatchNo.Length == 0
            ? (null, new Refusal(RefusalReason.BatchMissing, lineNo, given.ItemCode))
            : (desk.State.Batches(line.Item.ItemId)
                .FirstOrDefault(batch => batch.BatchNo == given.BatchNo && batch.LotNo == given.LotNo), null);
    }
}
