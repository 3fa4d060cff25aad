using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Which batches and bins goods go out of (拣货): the nearest expiry first (近效期先出) unless the line names a
/// batch or bin, or bears trace codes of one.</summary>
/// <remarks>Goods without a batch are older than all batches and go first; a batch without an expiry goes last; of one
/// expiry, batch and lot decide. Expired and frozen goods and locked bins are passed over. What leaves another batch
/// behind that was first in line is logged with its reason; the same batch out of another bin is not.</remarks>
internal sealed class Picking(PostingDesk desk)
{
    private readonly Dictionary<(long ItemId, StockCell Cell), long> taken = [];
    private long overrides;

    /// <summary>The line's goods by batch and bin, and their trace codes moved; or why not.</summary>
    /// <param name="line">To take out.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="mayTakeLocked">Whether expired and frozen goods and locked bins may be taken.</param>
    public (IReadOnlyList<StockPart> Parts, Refusal? Refusal) Out(LineDraft line, Location to, bool mayTakeLocked) =>
        Out(line, (long)to, mayTakeLocked);

    /// <param name="line">To take out.</param>
    /// <param name="to">A depot that the goods are in at once, or a location.</param>
    /// <param name="mayTakeLocked">Whether expired and frozen goods and locked bins may be taken.</param>
    public (IReadOnlyList<StockPart> Parts, Refusal? Refusal) Out(LineDraft line, long to, bool mayTakeLocked)
    {
        var (bin, noBin) = Intake.Bin(desk, line);
        var refusal = noBin ?? Forbidden(line, bin, mayTakeLocked)
            ?? (mayTakeLocked ? null : desk.Reservations.Short(line));
        if (refusal is not null)
        {
            return ([], refusal);
        }

        var (parts, wrong) = line.Item.IsBatchTracked == 1 ? ByBatch(line, bin, mayTakeLocked) : Plain(line, bin);
        return wrong is null ? (parts, desk.TraceCodes.Out(line, to, parts)) : (parts, wrong);
    }

    private Refusal? Forbidden(LineDraft line, long bin, bool mayTakeLocked)
    {
        var lineNo = (int)line.Row.LineNo;
        return line.Item.IsBatchTracked == 0 && Intake.SaysBatch(line.Given)
                ? new Refusal(RefusalReason.ItemWithoutBatches, lineNo, line.Given.ItemCode)
            : mayTakeLocked ? null
            : desk.State.IsFrozen(line.Item.ItemId, None.Id, desk.Depot.StoreId)
                ? new Refusal(RefusalReason.StockFrozen, lineNo, line.Given.ItemCode)
            : desk.State.IsBinLocked(desk.Depot.StoreId, bin)
                ? new Refusal(RefusalReason.BinLocked, lineNo, line.Given.BinCode)
            : null;
    }

    private (IReadOnlyList<StockPart> Parts, Refusal? Refusal) Plain(LineDraft line, long bin)
    {
        var part = new StockPart(line.Row.Qty, None.Id, bin, MovementRef.None);
        var mayGoNegative = desk.Depot.MayGoNegative == 1;
        if (!mayGoNegative && desk.OnHand(line) is var onHand && onHand < line.Row.Qty)
        {
            return ([], Short(line, onHand));
        }

        if (bin != None.Id)
        {
            var cell = new StockCell(None.Id, None.Id, bin);
            var inBin = Left(line, cell, Stock(line).GetValueOrDefault(cell));
            if (!mayGoNegative && inBin < line.Row.Qty)
            {
                return ([], Short(line, inBin));
            }

            Take(line, cell, line.Row.Qty);
        }

        return ([part], null);
    }

    private (IReadOnlyList<StockPart> Parts, Refusal? Refusal) ByBatch(LineDraft line, long bin, bool mayTakeLocked)
    {
        var (named, wrong) = Named(line, mayTakeLocked);
        if (wrong is not null)
        {
            return ([], wrong);
        }

        var open = Open(line, mayTakeLocked);
        var scanned = desk.TraceCodes.BatchesOf(line.Given);
        var chosen = open
            .Where(one => named is null || named.Exists(batch => batch.BatchId == one.Cell.BatchId))
            .Where(one => bin == None.Id || one.Cell.BinId == bin)
            .OrderBy(one => scanned.Contains(one.Cell.BatchId) ? 0 : 1);
        var parts = new List<(StockCell Cell, long Qty)>();
        var needed = line.Row.Qty;
        foreach (var (cell, left) in chosen.TakeWhile(_ => needed > 0))
        {
            var part = Math.Min(left, needed);
            parts.Add((cell, part));
            needed -= part;
        }

        if (needed > 0)
        {
            var last = parts.Count > 0 ? parts[^1].Cell : Beyond(line, named, bin, mayTakeLocked);
            if (desk.Depot.MayGoNegative == 0 || last is null)
            {
                return ([], Short(line, line.Row.Qty - needed));
            }

            parts = [.. parts.SkipLast(1), (last.Value, needed + (parts.Count > 0 ? parts[^1].Qty : 0))];
        }

        if (open.Count > 0 && Override(line, parts[0].Cell.BatchId, open[0].Cell.BatchId) is { } unexplained)
        {
            return ([], unexplained);
        }

        parts.ForEach(part => Take(line, part.Cell, part.Qty));
        return ([.. parts.Select(part =>
            new StockPart(part.Qty, part.Cell.BatchId, part.Cell.BinId, MovementRef.None))], null);
    }

    /// <summary>The batches a line names, all of the lots of a number where it names none; null where it names no
    /// batch. Locked ones are left out where there are others.</summary>
    private (List<Batch>? Batches, Refusal? Refusal) Named(LineDraft line, bool mayTakeLocked)
    {
        var (given, lineNo) = (line.Given, (int)line.Row.LineNo);
        if (given.BatchNo.Length == 0)
        {
            return given.LotNo.Length > 0
                ? (null, new Refusal(RefusalReason.BatchMissing, lineNo, given.ItemCode))
                : (null, null);
        }

        var named = desk.State.Batches(line.Item.ItemId).Where(batch =>
            batch.BatchNo == given.BatchNo && (given.LotNo.Length == 0 || batch.LotNo == given.LotNo)).ToList();
        if (named.Count == 0)
        {
            return (null, new Refusal(RefusalReason.UnknownBatch, lineNo, given.BatchNo));
        }

        if (named.Select(batch => Intake.Differs(line, batch)).FirstOrDefault(one => one is not null) is { } differs)
        {
            return (null, differs);
        }

        var free = mayTakeLocked ? named : named.FindAll(batch => !IsLocked(line, batch));
        var reason = IsExpired(named[0].Expiry.LastDay) ? RefusalReason.BatchExpired : RefusalReason.StockFrozen;
        return free.Count > 0
            ? (free, null)
            : (null, new Refusal(reason, lineNo, $"{given.ItemCode} {given.BatchNo}"));
    }

    /// <summary>What may be taken, first to go first.</summary>
    private List<(StockCell Cell, long Left)> Open(LineDraft line, bool mayTakeLocked)
    {
        var batches = desk.State.Batches(line.Item.ItemId).ToDictionary(batch => batch.BatchId);
        return
        [
            .. Stock(line)
                .Select(one => (Cell: one.Key, Left: Left(line, one.Key, one.Value)))
                .Where(one => one.Left > 0 && (mayTakeLocked || !IsLocked(line, one.Cell)))
                .OrderBy(one => Rank(one.Cell))
                .ThenBy(one => batches.GetValueOrDefault(one.Cell.BatchId)?.BatchNo, StringComparer.Ordinal)
                .ThenBy(one => batches.GetValueOrDefault(one.Cell.BatchId)?.LotNo, StringComparer.Ordinal)
                .ThenBy(one => one.Cell.BinId),
        ];
    }

    /// <summary>Where goods go out of that are not there: of the batches named the last to go, else of the newest.
    /// </summary>
    private StockCell? Beyond(LineDraft line, List<Batch>? named, long bin, bool mayTakeLocked)
    {
        var batch = named is not null
            ? named.OrderBy(one => one.Expiry.LastDay < 0 ? long.MaxValue : one.Expiry.LastDay)
                .ThenBy(one => one.LotNo, StringComparer.Ordinal).Last()
            : desk.State.Batches(line.Item.ItemId).LastOrDefault(one => mayTakeLocked || !IsLocked(line, one));
        return batch is null ? null : new StockCell(batch.Expiry.LastDay, batch.BatchId, bin);
    }

    /// <summary>Logs that another batch than the first was taken; or why that is refused.</summary>
    private Refusal? Override(LineDraft line, long batchId, long first)
    {
        if (batchId == first)
        {
            return null;
        }

        if (desk.Depot.NeedsPickReason == 1 && line.Given.PickReason.Length == 0)
        {
            return new Refusal(RefusalReason.PickReasonMissing, (int)line.Row.LineNo, line.Given.ItemCode);
        }

        desk.Draft.Other.Add(new PickOverrideRow
        {
            Seq = desk.Head.Seq,
            LineNo = ++overrides,
            DocumentLineNo = line.Row.LineNo,
            BatchId = batchId,
            NearerBatchId = first,
            Reason = line.Given.PickReason,
        });
        return null;
    }

    private bool IsLocked(LineDraft line, Batch batch) =>
        IsLocked(line, new StockCell(batch.Expiry.LastDay, batch.BatchId, None.Id));

    private bool IsLocked(LineDraft line, StockCell cell) =>
        IsExpired(cell.ExpiresOn)
        || desk.State.IsFrozen(line.Item.ItemId, cell.BatchId, desk.Depot.StoreId)
        || desk.State.IsBinLocked(desk.Depot.StoreId, cell.BinId);

    private bool IsExpired(long lastDay) => lastDay >= 0 && lastDay < desk.Head.BusinessDate;

    private IReadOnlyDictionary<StockCell, long> Stock(LineDraft line) =>
        desk.State.Stock(line.Item.ItemId, desk.Depot.StoreId, desk.State.IsByCell(line.Item));

    private long Left(LineDraft line, StockCell cell, long qty) =>
        qty - taken.GetValueOrDefault((line.Item.ItemId, cell));

    private void Take(LineDraft line, StockCell cell, long qty) =>
        taken[(line.Item.ItemId, cell)] = taken.GetValueOrDefault((line.Item.ItemId, cell)) + qty;

    private static long Rank(StockCell cell) =>
        cell.BatchId < 0 ? long.MinValue : cell.ExpiresOn < 0 ? long.MaxValue : cell.ExpiresOn;

    private static Refusal Short(LineDraft line, long has) => new(
        RefusalReason.InsufficientStock, (int)line.Row.LineNo, string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Given.ItemCode}: {new Qty(has)} < {new Qty(line.Row.Qty)}"));
}
