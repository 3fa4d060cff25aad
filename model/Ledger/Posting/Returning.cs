using System.Globalization;
using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Goods that come back from a customer: which movements of their sale they take back.</summary>
/// <remarks>Of a delivery that was signed for, those of the delivery; of lent goods that were sold, those of the
/// lending. Never more than went out and did not come back yet.</remarks>
internal sealed class Returning(PostingDesk desk)
{
    private readonly Dictionary<MovementRef, long> taken = [];
    private readonly Dictionary<(long Seq, long LineNo), long> ofLent = [];
    private readonly Dictionary<string, DocumentRow> sales = new(StringComparer.Ordinal);

    /// <summary>Goods of which it is not known when they were sold.</summary>
    public Refusal? Unlinked(LineDraft line)
    {
        var (parts, refusal) = desk.Intake.Of(line, Location.Customer);
        if (refusal is null)
        {
            desk.PutBack(line, From(line.Row.Purpose), parts);
        }

        return refusal;
    }

    /// <summary>Goods of a sale known by its number, of the first of the kinds that has it.</summary>
    public Refusal? Linked(LineDraft line, IReadOnlyList<DocumentKind> kinds, string number)
    {
        if (!sales.TryGetValue(number, out var sale))
        {
            var (found, refusal) = Original(kinds, number);
            if (refusal is not null)
            {
                return refusal;
            }

            sales.Add(number, sale = found!);
            desk.TakesBack(sale.Seq);
        }

        var wanted = line.Given.OriginalLineNo;
        var candidates = desk.State.DocumentLines(sale.Seq).Where(candidate => candidate.Qty > 0
            && candidate.ItemId == line.Item.ItemId && (wanted == 0 || candidate.LineNo == wanted)).ToList();
        if (candidates.Count != 1)
        {
            return new Refusal(RefusalReason.UnknownOriginal, (int)line.Row.LineNo, string.Create(
                CultureInfo.InvariantCulture, $"{line.Given.ItemCode}, {wanted}"));
        }

        var sold = candidates[0];
        return Linked(
            line with { Row = line.Row with { OriginalSeq = sold.Seq, OriginalLineNo = sold.LineNo } }, sold,
            sale.Kind);
    }

    /// <summary>Goods of a line of a sale; the row's own link is kept.</summary>
    public Refusal? Linked(LineDraft line, DocumentLineRow sold, string kind)
    {
        if (desk.CannotTake(line) is { } unknown)
        {
            return unknown;
        }

        var moved = Moved(sold, kind);
        var (parts, left) = Parts(line, moved);
        if (kind == Lendings.Sale && Kept(sold) is var kept && kept < line.Row.Qty)
        {
            (parts, left) = (null, kept);
        }

        if (parts is null)
        {
            return new Refusal(
                RefusalReason.ExceedsOriginal, (int)line.Row.LineNo, $"{new Qty(left)} < {new Qty(line.Row.Qty)}");
        }

        ofLent[(sold.Seq, sold.LineNo)] = ofLent.GetValueOrDefault((sold.Seq, sold.LineNo)) + line.Row.Qty;
        var outOf = moved.Count > 0 && kind != Lendings.Sale ? moved[0].Seq : sold.Seq;
        if (desk.TraceCodes.In(line, Location.Customer, parts, outOf) is { } misplaced)
        {
            return misplaced;
        }

        desk.PutBack(line, From(sold.Purpose), parts);
        return null;
    }

    /// <summary>Goods that a carrier brings back of a line of his delivery.</summary>
    public Refusal? Refused(LineDraft line, DocumentLineRow delivered)
    {
        var (parts, left) = Parts(line, Moved(delivered, ""));
        if (parts is null)
        {
            return new Refusal(
                RefusalReason.ExceedsOriginal, (int)line.Row.LineNo, $"{new Qty(left)} < {new Qty(line.Row.Qty)}");
        }

        if (desk.TraceCodes.In(line, Location.Customer, parts, delivered.Seq) is { } misplaced)
        {
            return misplaced;
        }

        desk.PutBack(line, Location.Dispatched, parts);
        return null;
    }

    /// <summary>What of a sold line did not come back yet.</summary>
    public long Open(DocumentLineRow sold, string kind) => Moved(sold, kind).Sum(Open);

    private (DocumentRow? Sale, Refusal? Refusal) Original(IReadOnlyList<DocumentKind> kinds, string number)
    {
        var found = kinds.Select(kind => desk.State.FindNumber(DocumentKinds.Name(kind), number))
            .FirstOrDefault(one => one is { Seq: > 0 });
        if (found is not { } original)
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

    /// <summary>The movements by which a sold line went out.</summary>
    private List<StockMovementRow> Moved(DocumentLineRow sold, string kind)
    {
        var (seq, lineNo) = kind == Dispatches.Receipt || kind == Lendings.Sale
            ? (sold.OriginalSeq, sold.OriginalLineNo)
            : (sold.Seq, sold.LineNo);
        return [.. desk.State.StockRows(seq).Where(row => row.Qty < 0 && row.DocumentLineNo == lineNo)];
    }

    /// <summary>What a line that sold lent goods has left to come back: the movements are those of all that was lent.
    /// </summary>
    private long Kept(DocumentLineRow sold) => sold.Qty - ofLent.GetValueOrDefault((sold.Seq, sold.LineNo))
        - Following.UsedBy(DocumentKind.SaleReturn, DocumentKind.Exchange)(desk.State, sold);

    private long Open(StockMovementRow movement)
    {
        var source = new MovementRef(movement.Seq, movement.LineNo);
        return -movement.Qty - desk.State.TakenQty(source, desk.Head.BusinessAt) - taken.GetValueOrDefault(source);
    }

    /// <summary>Which movements of the sale the line takes back; null, and what they have left, where that is too
    /// little.</summary>
    private (IReadOnlyList<StockPart>? Parts, long Left) Parts(LineDraft line, IEnumerable<StockMovementRow> moved)
    {
        var parts = new List<StockPart>();
        var (needed, left) = (line.Row.Qty, 0L);
        var (bin, _) = Intake.Bin(desk, line);
        var scanned = desk.TraceCodes.BatchesOf(line.Given);
        foreach (var movement in moved.Where(row => desk.Takes(line, row))
            .OrderBy(row => scanned.Contains(row.BatchId) ? 0 : 1))
        {
            var (source, open) = (new MovementRef(movement.Seq, movement.LineNo), Open(movement));
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

    private static Location From(string purpose) =>
        purpose == SaleGoods.Sample ? Location.Sample : Location.Customer;
}
