using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What lent goods cost that were sold (借转销): of what a lent line went out at, less what came back, the part
/// that is not lent any more.</summary>
/// <remarks>Lent goods stand on 1406 at what they went out at. What of a line is sold leaves 1406 by its share, the
/// last piece with all the rest, so that nothing stays there once all is sold or back. When the line costs otherwise
/// later, or its last piece comes back, its sales follow by an adjustment without a movement.</remarks>
internal static class Lendings
{
    public static readonly IReadOnlyList<DocumentKind> Kinds = [DocumentKind.LendReturn, DocumentKind.LendSale];

    public static readonly string Sale = DocumentKinds.Name(DocumentKind.LendSale);

    private static readonly string Back = DocumentKinds.Name(DocumentKind.LendReturn);

    /// <summary>The movements by which a lent line went out.</summary>
    public static IEnumerable<StockMovementRow> Sent(State state, (long Seq, long LineNo) of) =>
        state.StockRows(of.Seq).Where(row => row.DocumentLineNo == of.LineNo && row.Qty < 0);

    /// <summary>Gives the lines that sell lent goods what they cost.</summary>
    public static void Release(PostingDesk desk)
    {
        var lines = desk.Draft.Lines;
        var sold = new Dictionary<(long Seq, long LineNo), (long Qty, long Cost)>();
        for (var at = 0; at < lines.Count; at++)
        {
            var of = (lines[at].OriginalSeq, lines[at].OriginalLineNo);
            var lent = desk.State.DocumentLines(of.OriginalSeq).First(line => line.LineNo == of.OriginalLineNo);
            if (!sold.TryGetValue(of, out var before))
            {
                var known = desk.State.Signed(of.OriginalSeq, of.OriginalLineNo);
                before = (known.Sum(line => line.Qty), known.Sum(line => line.Cost));
            }

            var qty = before.Qty + lines[at].Qty;
            var cost = Sold(Kept(desk.State, desk.Draft, desk.Head.Kind, lent), qty) - before.Cost;
            sold[of] = (qty, before.Cost + cost);
            lines[at] = ManagementCosts.On(
                desk.State, desk.State.ItemById(lent.ItemId), desk.Head.BusinessDate,
                lines[at] with { CostAmount = cost, IsCostUnknown = lent.IsCostUnknown });
            var signed = new SignedLine(of, (lines[at].Seq, lines[at].LineNo), lines[at].Qty, cost);
            desk.Draft.StateRows.Add(tables => tables.PutSigned(signed));
        }
    }

    /// <summary>Books what a draft changed of lent goods that were sold: it costs them again, or brings some back.
    /// </summary>
    public static void Adjust(State state, Draft draft, DocumentRow head, CostOutcome cost)
    {
        foreach (var (seq, lineNo) in Touched(state, draft, head, cost))
        {
            var sold = state.Signed(seq, lineNo)
                .FindAll(line => head.IsReversal == 0 || line.By.Seq != head.OriginalSeq);
            if (sold.Count == 0)
            {
                continue;
            }

            var lent = state.DocumentLines(seq).First(line => line.LineNo == lineNo);
            var qty = sold.Sum(line => line.Qty);
            var (worth, done) = (Sold(Kept(state, draft, head.Kind, lent), qty), 0L);
            foreach (var line in sold)
            {
                var before = Exact.MulDiv(worth, done, qty);
                var after = line with { Cost = Exact.MulDiv(worth, done += line.Qty, qty) - before };
                draft.StateRows.Add(tables => tables.PutSigned(after));
                Dispatches.Book(state, draft, after, after.Cost - line.Cost);
            }
        }
    }

    /// <summary>What a quantity costs that was sold of what did not come back.</summary>
    private static long Sold((long Qty, long Worth) kept, long qty) =>
        kept.Worth - Exact.MulDiv(kept.Worth, kept.Qty - qty, kept.Qty);

    /// <summary>What of a lent line did not come back, once what the draft, of some kind, brings is, and what it is
    /// worth.</summary>
    private static (long Qty, long Worth) Kept(State state, Draft draft, string kind, DocumentLineRow lent)
    {
        var like = state.PoolKeyOf(state.ItemById(lent.ItemId), 1, 1);
        var changes = draft.Cost!.Adjustments.ToDictionary(one => one.Movement.Ref, one => one.Change);
        var (qty, worth) = (lent.Qty, 0L);
        foreach (var row in Sent(state, (lent.Seq, lent.LineNo)))
        {
            var source = new MovementRef(row.Seq, row.LineNo);
            worth += state.Movement(source, like).Value + changes.GetValueOrDefault(source);
            foreach (var back in state.TakenBackBy(source, like).Where(taking => taking.Key.Kind == Back))
            {
                qty -= back.Qty;
                worth -= Math.Sign(back.Qty) * (back.Value + changes.GetValueOrDefault(back.Ref));
            }

            foreach (var back in draft.Stock.Where(one =>
                kind == Back && (one.SourceSeq, one.SourceLineNo) == (row.Seq, row.LineNo)))
            {
                qty -= back.Qty;
                worth -= back.Value;
            }
        }

        return (qty, worth);
    }

    /// <summary>The lent lines of which the draft changes what they are worth, or how much of them is back.</summary>
    private static SortedSet<(long Seq, long LineNo)> Touched(
        State state, Draft draft, DocumentRow head, CostOutcome cost)
    {
        var lines = new SortedSet<(long Seq, long LineNo)>();
        foreach (var (movement, _) in cost.Adjustments.Where(one => one.Movement.Booking.Counter == Location.Lent))
        {
            Add(movement.Source == MovementRef.None ? movement.Ref : movement.Source);
        }

        foreach (var row in draft.Stock.Where(row => head.Kind == Back && row.SourceSeq > 0))
        {
            Add(new MovementRef(row.SourceSeq, row.SourceLineNo));
        }

        return lines;

        void Add(MovementRef sent) => lines.Add((
            sent.Seq, state.StockRows(sent.Seq).First(row => row.LineNo == sent.LineNo).DocumentLineNo));
    }
}
