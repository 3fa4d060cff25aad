using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>销售退货: goods a customer brought back; takes back revenue and cost of the sale it returns.</summary>
/// <remarks>Linked to its sale line, the cost is that line's cost as it then stood, by the share returned; what is left
/// comes back with the last piece. Not linked, it is what one more would cost then. Never more than was sold, never
/// before it was sold.</remarks>
internal static class SaleReturn
{
    public static readonly DocumentForm Form = new(
        DocumentParts.Lines | DocumentParts.Original | DocumentParts.Tenders, Move, Sale.Settle)
    {
        Party = PartyRole.Customer,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Document.OriginalNo.Length == 0)
        {
            foreach (var line in desk.Lines)
            {
                var (parts, wrong) = desk.Intake.Of(line, Location.Customer);
                if (wrong is not null)
                {
                    return wrong;
                }

                desk.PutBack(line, Location.Customer, parts);
            }

            return null;
        }

        var (sale, refusal) = Original(desk);
        if (refusal is not null)
        {
            return refusal;
        }

        desk.TakesBack(sale!.Seq);
        var sold = desk.State.DocumentLines(sale.Seq);
        var moved = desk.State.StockRows(sale.Seq)
            .Where(row => row.Qty < 0).ToLookup(row => row.DocumentLineNo);
        var taken = new Dictionary<MovementRef, long>();
        foreach (var line in desk.Lines)
        {
            if (PutBack(desk, line, sold, moved, taken) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static (DocumentRow? Sale, Refusal? Refusal) Original(PostingDesk desk)
    {
        var number = desk.Document.OriginalNo;
        if (desk.State.FindNumber(DocumentKinds.Name(DocumentKind.Sale), number) is not { Seq: > 0 } original)
        {
            return (null, new Refusal(RefusalReason.UnknownOriginal, 0, number));
        }

        if (desk.State.FindDocument(original.Key) is { Status: DocumentStatus.Reversed })
        {
            return (null, new Refusal(RefusalReason.OriginalReversed, 0, number));
        }

        var sale = desk.State.DocumentRow(original.Seq);
        return sale.BusinessAt > desk.Head.BusinessAt
            ? (null, new Refusal(RefusalReason.BeforeOriginal, 0, number))
            : (sale, null);
    }

    private static Refusal? PutBack(
        PostingDesk desk, LineDraft line, IReadOnlyList<DocumentLineRow> sold,
        ILookup<long, StockMovementRow> moved, Dictionary<MovementRef, long> taken)
    {
        var wanted = line.Given.OriginalLineNo;
        var candidates = sold.Where(candidate =>
            candidate.ItemId == line.Item.ItemId && (wanted == 0 || candidate.LineNo == wanted)).ToList();
        if (candidates.Count != 1)
        {
            return new Refusal(RefusalReason.UnknownOriginal, (int)line.Row.LineNo, string.Create(
                CultureInfo.InvariantCulture, $"{line.Given.ItemCode}, {wanted}"));
        }

        if (desk.CannotTake(line) is { } unknown)
        {
            return unknown;
        }

        var original = candidates[0];
        var (parts, left) = Parts(desk, line, moved[original.LineNo], taken);
        if (parts is null)
        {
            return new Refusal(
                RefusalReason.ExceedsOriginal, (int)line.Row.LineNo, $"{new Qty(left)} < {new Qty(line.Row.Qty)}");
        }

        if (desk.TraceCodes.In(line, Location.Customer, parts, original.Seq) is { } misplaced)
        {
            return misplaced;
        }

        var linked = line.Row with { OriginalSeq = original.Seq, OriginalLineNo = original.LineNo };
        desk.PutBack(line with { Row = linked }, Location.Customer, parts);
        return null;
    }

    /// <summary>Which movements of the sale the line takes back; null, and what they have left, where that is too
    /// little.</summary>
    private static (IReadOnlyList<StockPart>? Parts, long Left) Parts(
        PostingDesk desk, LineDraft line, IEnumerable<StockMovementRow> moved, Dictionary<MovementRef, long> taken)
    {
        var parts = new List<StockPart>();
        var (needed, left) = (line.Row.Qty, 0L);
        var (bin, _) = Intake.Bin(desk, line);
        var scanned = desk.TraceCodes.BatchesOf(line.Given);
        foreach (var movement in moved.Where(row => desk.Takes(line, row))
            .OrderBy(row => scanned.Contains(row.BatchId) ? 0 : 1))
        {
            var source = new MovementRef(movement.Seq, movement.LineNo);
            var open = -movement.Qty - desk.State.TakenQty(source) - taken.GetValueOrDefault(source);
            var part = Math.Min(open, needed);
            left += open;
            if (part > 0)
            {
                parts.Add(new StockPart(part, movement.BatchId, bin == None.Id ? movement.BinId : bin, source));
                taken[source] = taken.GetValueOrDefault(source) + part;
                needed -= part;
            }
        }

        return (needed == 0 ? parts : null, left);
    }
}
