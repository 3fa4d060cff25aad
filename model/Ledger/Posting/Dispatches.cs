using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What deliveries that were signed for cost (签收): the worth of what went out, less that of what came back
/// refused.</summary>
/// <remarks>Goods handed to the carrier stand on 1406 at what they went out at, and whatever changes that changes 1406.
/// A delivered line is signed for at once, so all that it is worth leaves 1406 with the lines that sign for it, by
/// their quantities; a later change of it is booked on them as an adjustment without a movement.</remarks>
internal static class Dispatches
{
    public static readonly string Receipt = DocumentKinds.Name(DocumentKind.DeliveryReceipt);

    /// <summary>The account of what a line costs.</summary>
    public static string AccountOf(string purpose) =>
        purpose == SaleGoods.Sample ? Account.SalesExpense : Account.CostOfSales;

    /// <summary>Gives the lines that are signed for what they cost, all that moves being costed.</summary>
    public static void Release(PostingDesk desk)
    {
        var lines = desk.Draft.Lines;
        var signing = Enumerable.Range(0, lines.Count).Where(at => lines[at].Qty > 0)
            .GroupBy(at => (lines[at].OriginalSeq, lines[at].OriginalLineNo)).ToList();
        foreach (var ofLine in signing)
        {
            var delivered = desk.State.DocumentLines(ofLine.Key.OriginalSeq)
                .First(line => line.LineNo == ofLine.Key.OriginalLineNo);
            var (worth, qty) = (Worth(desk.State, desk.Draft, delivered), ofLine.Sum(at => lines[at].Qty));
            var done = 0L;
            foreach (var at in ofLine)
            {
                var cost = Part(worth, done, done += lines[at].Qty, qty);
                lines[at] = ManagementCosts.On(
                    desk.State, desk.State.ItemById(delivered.ItemId), desk.Head.BusinessDate,
                    lines[at] with { CostAmount = cost, IsCostUnknown = delivered.IsCostUnknown });
                var signed = new SignedLine(ofLine.Key, (lines[at].Seq, lines[at].LineNo), lines[at].Qty, cost);
                desk.Draft.StateRows.Add(tables => tables.PutSigned(signed));
            }
        }
    }

    /// <summary>Books what costing again changed of lines that were signed for.</summary>
    public static void Adjust(State state, Draft draft, DocumentRow head, CostOutcome cost)
    {
        foreach (var ((seq, lineNo), change) in Changes(state, cost).Where(one => one.Value != 0))
        {
            var signed = state.Signed(seq, lineNo)
                .FindAll(line => head.IsReversal == 0 || line.By.Seq != head.OriginalSeq);
            var (worth, qty) = (signed.Sum(line => line.Cost) + change, signed.Sum(line => line.Qty));
            var done = 0L;
            foreach (var line in signed)
            {
                var after = line with { Cost = Part(worth, done, done += line.Qty, qty) };
                draft.StateRows.Add(tables => tables.PutSigned(after));
                Book(state, draft, after, after.Cost - line.Cost);
            }
        }
    }

    /// <summary>What a line costs by now, adjustments without a movement included.</summary>
    public static long CostOf(State state, string kind, DocumentLineRow line) =>
        IsSigning(kind) && line.Qty > 0
            ? state.Signed(line.OriginalSeq, line.OriginalLineNo)
                .Find(signed => signed.By == (line.Seq, line.LineNo))?.Cost ?? line.CostAmount
            : line.CostAmount;

    /// <summary>Takes back what adjustments had added to the lines of a receipt, or a sale of lent goods, that is
    /// reversed.</summary>
    public static void Reverse(Draft draft, DocumentRow head, State state)
    {
        if (!IsSigning(head.Kind))
        {
            return;
        }

        foreach (var line in state.DocumentLines(head.OriginalSeq))
        {
            var adjusted = CostOf(state, head.Kind, line) - line.CostAmount;
            MoneyRows.Add(draft, head, AccountOf(line.Purpose), Account.GoodsDispatched, -adjusted);
        }
    }

    /// <summary>A receipt or a sale of lent goods that is reversed has signed for nothing.</summary>
    public static void Unsign(Draft draft, DocumentRow original, State state)
    {
        if (!IsSigning(original.Kind))
        {
            return;
        }

        foreach (var line in state.DocumentLines(original.Seq).Where(line => line.Qty > 0))
        {
            var signed = new SignedLine(
                (line.OriginalSeq, line.OriginalLineNo), (line.Seq, line.LineNo), line.Qty, 0);
            draft.StateRows.Add(tables => tables.DropSigned(signed));
        }
    }

    /// <summary>What of a delivered line is on 1406 once the draft's own refused goods are back.</summary>
    private static long Worth(State state, Draft draft, DocumentLineRow delivered)
    {
        var like = state.PoolKeyOf(state.ItemById(delivered.ItemId), 1, 1);
        var changes = draft.Cost!.Adjustments.ToDictionary(one => one.Movement.Ref, one => one.Change);
        var worth = 0L;
        foreach (var row in state.StockRows(delivered.Seq)
            .Where(row => row.DocumentLineNo == delivered.LineNo && row.Qty < 0))
        {
            var source = new MovementRef(row.Seq, row.LineNo);
            worth += state.Movement(source, like).Value + changes.GetValueOrDefault(source);
            worth -= state.TakenBackBy(source, like).Where(taking => taking.Key.Kind == Receipt)
                .Sum(taking => Math.Sign(taking.Qty) * (taking.Value + changes.GetValueOrDefault(taking.Ref)));
            worth -= draft.Stock.Where(own => (own.SourceSeq, own.SourceLineNo) == (row.Seq, row.LineNo))
                .Sum(own => own.Value);
        }

        return worth;
    }

    /// <summary>By delivered line, what changed of what it is worth on 1406.</summary>
    private static SortedDictionary<(long Seq, long LineNo), long> Changes(State state, CostOutcome cost)
    {
        var changes = new SortedDictionary<(long Seq, long LineNo), long>();
        foreach (var (movement, change) in cost.Adjustments
            .Where(one => one.Movement.Booking.Counter == Location.Dispatched))
        {
            if (movement.Source == MovementRef.None)
            {
                Add((movement.Ref.Seq, movement.Booking.LineNo), change);
            }
            else if (movement.Key.Kind == Receipt)
            {
                var source = state.StockRows(movement.Source.Seq).First(row => row.LineNo == movement.Source.LineNo);
                Add((source.Seq, source.DocumentLineNo), -Math.Sign(movement.Qty) * change);
            }
        }

        return changes;

        void Add((long Seq, long LineNo) of, long change) => changes[of] = changes.GetValueOrDefault(of) + change;
    }

    /// <summary>Books that a line costs so much more than it did.</summary>
    public static void Book(State state, Draft draft, SignedLine signed, long change)
    {
        if (change == 0)
        {
            return;
        }

        var receipt = state.DocumentRow(signed.By.Seq);
        var line = state.DocumentLines(receipt.Seq).First(one => one.LineNo == signed.By.LineNo);
        var date = receipt.BusinessDate > state.ClosedTo ? receipt.BusinessDate : state.FirstOpenDate;
        draft.Adjustments.Add(new CostAdjustmentRow
        {
            Seq = draft.Seq,
            LineNo = draft.Adjustments.Count + 1,
            Kind = receipt.Kind,
            OriginalSeq = line.Seq,
            OriginalLineNo = line.LineNo,
            OriginalMovementNo = 0,
            BusinessDate = date,
            CostAmount = change,
            ManagementCostAmount = ManagementCosts.OfAdjusted(state, line, change),
        });
        MoneyRows.Add(draft, new MoneyMovementRow
        {
            DebitAccount = AccountOf(line.Purpose),
            CreditAccount = Account.GoodsDispatched,
            StoreId = receipt.StoreId,
            DebitPartyId = None.Id,
            CreditPartyId = None.Id,
            BusinessDate = date,
            IsAdjustment = 1,
            Amount = change,
        });
    }

    /// <summary>Whether a kind's lines take goods off 1406 that another document put there.</summary>
    private static bool IsSigning(string kind) => kind == Receipt || kind == Lendings.Sale;

    /// <summary>The worth of a part of a quantity, rounded up to each end, so that all parts are the whole.</summary>
    private static long Part(long worth, long from, long to, long of) =>
        Exact.MulDiv(worth, to, of) - Exact.MulDiv(worth, from, of);
}
