using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>成本调整单: changes what goods are worth and moves none. A line revalues all of a pool at the document's
/// moment, or the goods that one receipt brought (运费分摊, 暂估单到补差), as if that had cost so much more.</summary>
/// <remarks>Inventory against the account the document names, else the cost of sales. A pool without goods carries no
/// value: there it is an expense. Of period average a receipt in a closed period keeps its worth, and its pool is
/// revalued.</remarks>
internal static class CostAdjustmentNote
{
    // What may be revalued, in the order in which a number is looked for.
    private static readonly DocumentKind[] Receipts =
    [
        DocumentKind.PurchaseReceipt, DocumentKind.OpeningStock, DocumentKind.Assembly, DocumentKind.Disassembly,
    ];

    public static readonly DocumentForm Form = new(DocumentParts.Lines, Move, Settle);

    private static Refusal? Move(PostingDesk desk)
    {
        foreach (var line in desk.Lines)
        {
            var refusal = line.Row.CostAmount == 0
                ? new Refusal(RefusalReason.ValueMissing, (int)line.Row.LineNo, "cost_amount")
                : line.Given.OriginalNo.Length > 0 ? RevalueReceipt(desk, line)
                : RevaluePool(desk, line);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    private static void Settle(PostingDesk desk)
    {
        var named = desk.Document.ContraAccount;
        var account = named.Length > 0 ? named : Account.CostOfSales;
        var carried = -desk.Booked.Sum(line => line.CostAmount);
        desk.Pay(Account.Inventory, account, carried);
        if (account != Account.CostOfSales)
        {
            desk.Pay(Account.CostOfSales, account, desk.Lines.Sum(line => line.Row.CostAmount) - carried);
        }
    }

    private static Refusal? RevaluePool(PostingDesk desk, LineDraft line)
    {
        var (given, lineNo) = (line.Given, (int)line.Row.LineNo);
        var batchId = None.Id;
        if (desk.State.MethodOf(line.Item) == CostMethod.Batch && line.Item.IsBatchTracked == 1)
        {
            var named = desk.State.Batches(line.Item.ItemId)
                .Where(batch => batch.BatchNo == given.BatchNo && batch.LotNo == given.LotNo).ToList();
            if (named.Count == 0)
            {
                return given.BatchNo.Length == 0
                    ? new Refusal(RefusalReason.BatchMissing, lineNo, given.ItemCode)
                    : new Refusal(RefusalReason.UnknownBatch, lineNo, given.BatchNo);
            }

            batchId = named[0].BatchId;
        }

        desk.Book(Line(line));
        desk.Revalue(line, desk.Head.DepotId, Part(batchId, MovementRef.None), line.Row.CostAmount);
        return null;
    }

    private static Refusal? RevalueReceipt(PostingDesk desk, LineDraft line)
    {
        var lineNo = (int)line.Row.LineNo;
        var number = line.Given.OriginalNo;
        var found = Receipts.Select(kind => desk.State.FindNumber(DocumentKinds.Name(kind), number))
            .FirstOrDefault(one => one is { Seq: > 0 });
        if (found is not { } original)
        {
            return new Refusal(RefusalReason.UnknownOriginal, lineNo, number);
        }

        var receipt = desk.State.DocumentRow(original.Seq);
        if (receipt.IsReversal == 1
            || desk.State.FindDocument(original.Key) is { Status: DocumentStatus.Reversed })
        {
            return new Refusal(RefusalReason.OriginalReversed, lineNo, number);
        }

        if (receipt.BusinessAt > desk.Head.BusinessAt)
        {
            return new Refusal(RefusalReason.NoteBeforeReceipt, lineNo, number);
        }

        var wanted = line.Given.OriginalLineNo;
        var rows = desk.State.StockRows(original.Seq)
            .Where(row => row.Qty > 0 && row.ItemId == line.Item.ItemId
                && (wanted == 0 || row.DocumentLineNo == wanted))
            .ToList();
        if (rows.Select(row => row.DocumentLineNo).Distinct().Count() != 1)
        {
            return new Refusal(RefusalReason.UnknownOriginal, lineNo, string.Create(
                CultureInfo.InvariantCulture, $"{number}, {line.Given.ItemCode}, {wanted}"));
        }

        desk.Book(Line(line) with { OriginalSeq = original.Seq, OriginalLineNo = rows[0].DocumentLineNo });
        Spread(desk, line, rows);
        return null;
    }

    /// <summary>By quantity over the movements of the receipt's line; the last one takes the rest.</summary>
    private static void Spread(PostingDesk desk, LineDraft line, List<StockMovementRow> rows)
    {
        var (done, given, qty) = (0L, 0L, rows.Sum(row => row.Qty));
        foreach (var row in rows)
        {
            done += row.Qty;
            var upToHere = Exact.MulDiv(line.Row.CostAmount, done, qty);
            var isPriced = row.BusinessDate <= desk.State.ClosedTo
                && desk.State.MethodOf(line.Item) == CostMethod.PeriodAverage;
            var source = isPriced ? MovementRef.None : new MovementRef(row.Seq, row.LineNo);
            desk.Revalue(line, row.DepotId, Part(row.BatchId, source), upToHere - given);
            given = upToHere;
        }
    }

    private static StockPart Part(long batchId, MovementRef source) => new(0, batchId, None.Id, source);

    private static DocumentLineRow Line(LineDraft line) => line.Row with { IsCostExplicit = 0 };
}
