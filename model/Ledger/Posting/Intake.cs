using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Which batch and bin goods come into (入库批号): makes the batch where it is new.</summary>
/// <remarks>A batch's dates are fixed by its first receipt. Dates not stated later are taken from there; another
/// precision of the same last day is the same date. One of which nothing is left in the book comes in anew.</remarks>
internal sealed class Intake(PostingDesk desk)
{
    // The batches of this document: what one line says of them holds for the others.
    private readonly Dictionary<(long ItemId, string BatchNo, string LotNo), Batch> own = [];

    /// <summary>The line's goods as one part, and their trace codes moved; or why not.</summary>
    public (IReadOnlyList<StockPart> Parts, Refusal? Refusal) Of(LineDraft line, Location from)
    {
        var (bin, noBin) = Bin(desk, line);
        if (noBin is not null)
        {
            return ([], noBin);
        }

        var (batch, refusal) = BatchOf(line);
        if (refusal is not null)
        {
            return ([], refusal);
        }

        StockPart[] parts = [new(line.Row.Qty, batch?.BatchId ?? None.Id, bin, MovementRef.None)];
        return (parts, desk.TraceCodes.In(line, from, parts, None.Id));
    }

    /// <summary>The bin a line names, by its code or by area/bin in the document's depot; −1 where it names none.
    /// </summary>
    public static (long BinId, Refusal? Refusal) Bin(PostingDesk desk, LineDraft line) =>
        Bin(desk, line, line.Given.BinCode, desk.Depot);

    /// <summary>The bin of a depot by its code or by area/bin; −1 where the code is empty.</summary>
    public static (long BinId, Refusal? Refusal) Bin(PostingDesk desk, LineDraft line, string code, StoreRow depot)
    {
        if (code.Length == 0)
        {
            return (None.Id, null);
        }

        var bin = desk.State.Bin(code) ?? desk.State.Bin($"{depot.StoreCode}/{code}");
        return bin is not null && bin.DepotId == depot.StoreId && bin.IsActive == 1
            ? (bin.BinId, null)
            : (None.Id, new Refusal(RefusalReason.UnknownBin, (int)line.Row.LineNo, code));
    }

    /// <summary>Whether the line says anything about a batch.</summary>
    public static bool SaysBatch(DocumentLine line) =>
        line.BatchNo.Length > 0 || line.LotNo.Length > 0 || line.SupplierBatchNo.Length > 0
        || line.ExpiresOn.Length > 0 || line.ProducedOn is not null;

    /// <summary>Why a batch is not the one the line describes; null where it is.</summary>
    public static Refusal? Differs(LineDraft line, Batch batch)
    {
        var (stated, wrong) = Dated(line);
        if (wrong is not null)
        {
            return wrong;
        }

        var isSame = (stated.ProducedOn == None.Id || stated.ProducedOn == batch.ProducedOn)
            && (stated.Expiry == Expiry.None || stated.Expiry.LastDay == batch.Expiry.LastDay);
        var what = $"{batch.BatchNo}: {stated.ProducedOn}, {stated.Expiry.LastDay} ≠ "
            + $"{batch.ProducedOn}, {batch.Expiry.LastDay}";
        return isSame ? null : new Refusal(RefusalReason.BatchDiffers, (int)line.Row.LineNo, what);
    }

    private (Batch? Batch, Refusal? Refusal) BatchOf(LineDraft line)
    {
        var (given, lineNo) = (line.Given, (int)line.Row.LineNo);
        if (line.Item.IsBatchTracked == 0)
        {
            return SaysBatch(given)
                ? (null, new Refusal(RefusalReason.ItemWithoutBatches, lineNo, given.ItemCode))
                : (null, null);
        }

        if (given.BatchNo.Length == 0)
        {
            return (null, new Refusal(RefusalReason.BatchMissing, lineNo, given.ItemCode));
        }

        var key = (line.Item.ItemId, given.BatchNo, given.LotNo);
        var (dates, wrong) = Dated(line);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        if ((own.GetValueOrDefault(key) ?? Known(line, dates)) is { } known)
        {
            own[key] = known;
            return Differs(line, known) is { } differs ? (null, differs) : (known, null);
        }

        var id = Batch.IdOf(desk.Head.Seq, line.Row.LineNo);
        var batch = new Batch(id, given.BatchNo, given.LotNo, dates.ProducedOn, dates.Expiry);
        own.Add(key, batch);
        desk.Draft.Other.Add(Row(line, batch));
        return (batch, null);
    }

    /// <summary>The batch a line means; null where it is new, or says otherwise of one of which nothing is left.
    /// </summary>
    private Batch? Known(LineDraft line, (long ProducedOn, Expiry Expiry) stated)
    {
        var (itemId, given) = (line.Item.ItemId, line.Given);
        var known = desk.State.Batches(itemId)
            .FirstOrDefault(batch => batch.BatchNo == given.BatchNo && batch.LotNo == given.LotNo);
        var isAsStated = known is not null
            && (stated.ProducedOn, stated.Expiry.LastDay) == (known.ProducedOn, known.Expiry.LastDay);
        return known is null || isAsStated || !desk.State.IsGone(itemId, known) ? known : null;
    }

    private BatchRow Row(LineDraft line, Batch batch) => new()
    {
        Seq = desk.Head.Seq,
        LineNo = line.Row.LineNo,
        BatchId = batch.BatchId,
        ItemId = line.Item.ItemId,
        BatchNo = batch.BatchNo,
        LotNo = batch.LotNo,
        SupplierBatchNo = line.Given.SupplierBatchNo,
        PartyId = desk.Document.Kind == DocumentKind.PurchaseReceipt ? desk.Head.PartyId : None.Id,
        ProducedOn = batch.ProducedOn,
        ExpiresOn = batch.Expiry.LastDay,
        ExpiryPrecision = batch.Expiry.Precision,
    };

    private static ((long ProducedOn, Expiry Expiry) Dates, Refusal? Refusal) Dated(LineDraft line)
    {
        var given = line.Given;
        var produced = given.ProducedOn is { } date ? Dates.Number(date) : None.Id;
        var isInRange = given.ProducedOn is not { } made || Dates.IsInRange(made);
        var expiry = Expiry.Parse(given.ExpiresOn);
        return expiry is not { } known || !isInRange || (known != Expiry.None && known.LastDay < produced)
            ? (default, new Refusal(
                RefusalReason.ExpiryInvalid, (int)line.Row.LineNo, $"{given.ExpiresOn}, {produced}"))
            : ((produced, known), null);
    }
}
