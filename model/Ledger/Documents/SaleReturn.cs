using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>销售退货: goods a customer brought back; takes back revenue and cost of the sale it returns.</summary>
/// <remarks>Linked to its sale line, the cost is that line's cost, adjustments included, by the share returned; what is
/// left comes back with the last piece. Not linked, it is what one more would cost now. Never more than was
/// sold.</remarks>
internal static class SaleReturn
{
    public static Refusal? Post(PostingDesk desk)
    {
        var document = desk.Document;
        IReadOnlyList<DocumentLineRow> sold = [];
        if (document.OriginalNo.Length > 0)
        {
            if (desk.State.FindNumber(DocumentKinds.Name(DocumentKind.Sale), document.OriginalNo) is not { } original)
            {
                return new Refusal(RefusalReason.UnknownOriginal, 0, document.OriginalNo);
            }

            desk.TakesBack(original);
            sold = desk.State.DocumentLines(original);
        }

        for (var at = 0; at < desk.Lines.Count; at++)
        {
            var refusal = document.OriginalNo.Length > 0
                ? PostLinked(desk, desk.Lines[at], sold, document.Lines[at].OriginalLineNo)
                : PostUnlinked(desk, desk.Lines[at]);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        Sale.Settle(desk, desk.Booked);
        return null;
    }

    private static Refusal? PostLinked(
        PostingDesk desk, DocumentLineRow line, IReadOnlyList<DocumentLineRow> sold, int originalLineNo)
    {
        var candidates = sold.Where(candidate =>
            candidate.ItemId == line.ItemId && (originalLineNo == 0 || candidate.LineNo == originalLineNo)).ToList();
        if (candidates.Count != 1)
        {
            return new Refusal(RefusalReason.UnknownOriginal, (int)line.LineNo, string.Create(
                CultureInfo.InvariantCulture, $"{desk.ItemCode(line)}, {originalLineNo}"));
        }

        var original = candidates[0];
        var known = desk.SaleLine(original.Seq, original.LineNo);
        var leftQty = original.Qty - known.ReturnedQty;
        if (line.Qty > leftQty)
        {
            return new Refusal(
                RefusalReason.ReturnExceedsSale, (int)line.LineNo, $"{new Qty(leftQty)} < {new Qty(line.Qty)}");
        }

        var leftCost = original.CostAmount + known.AdjustedCost - known.ReturnedCost;
        var cost = line.IsCostExplicit == 1 ? line.CostAmount
            : line.Qty == leftQty ? leftCost
            : Exact.MulDiv(leftCost, line.Qty, leftQty);
        desk.Remember(original.Seq, original.LineNo, known with
        {
            ReturnedQty = known.ReturnedQty + line.Qty,
            ReturnedCost = known.ReturnedCost + cost,
        });
        Book(desk, line with { OriginalSeq = original.Seq, OriginalLineNo = original.LineNo, CostAmount = cost });
        return null;
    }

    private static Refusal? PostUnlinked(PostingDesk desk, DocumentLineRow line)
    {
        var (current, isUnknown) = MovingAverage.Current(desk.PoolOf(line.ItemId), line.Qty);
        Book(desk, line.IsCostExplicit == 1
            ? line
            : line with { CostAmount = current, IsCostUnknown = isUnknown ? 1 : 0 });
        return null;
    }

    private static void Book(PostingDesk desk, DocumentLineRow line) =>
        desk.Receive(LineHead.Negate(line), Location.Customer, line.Qty, line.CostAmount);
}
