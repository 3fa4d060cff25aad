using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>What is owed for goods received before their invoice (暂估): begun by the receipt, ended by what invoices and
/// returns take of it.</summary>
/// <remarks>What the lines of <c>accrual_line</c> leave is the balance of <see cref="Account.AccruedPayable"/>: the
/// last piece takes the rest of the amount.</remarks>
internal static class Accruals
{
    /// <summary>All of a receipt, once costed.</summary>
    public static void Begin(PostingDesk desk)
    {
        foreach (var line in desk.Booked)
        {
            Add(desk.Draft, line.LineNo, (desk.Head.Seq, line.LineNo), default, new(line.Qty, line.CostAmount));
        }
    }

    /// <summary>Takes up to a quantity off what is estimated of the line that a line follows.</summary>
    public static Accrued Take(PostingDesk desk, LineDraft line, long qty)
    {
        var of = (line.Row.OriginalSeq, line.Row.OriginalLineNo);
        var left = Left(desk, of);
        var part = Math.Min(qty, left.Qty);
        if (part <= 0)
        {
            return default;
        }

        var taken = new Accrued(part, part == left.Qty ? left.Amount : Exact.MulDiv(left.Amount, part, left.Qty));
        Add(desk.Draft, line.Row.LineNo, of, left, new(-taken.Qty, -taken.Amount));
        return taken;
    }

    /// <summary>What a line of the draft took.</summary>
    public static Accrued TakenBy(Draft draft, long lineNo)
    {
        var rows = draft.Other.OfType<AccrualLineRow>().Where(row => row.DocumentLineNo == lineNo).ToList();
        return new(-rows.Sum(row => row.Qty), -rows.Sum(row => row.Amount));
    }

    /// <summary>What is left of a receipt's line after what the desk took before.</summary>
    public static Accrued Left(PostingDesk desk, (long Seq, long LineNo) of) =>
        of.Seq <= 0 ? default
        : desk.Draft.Accruals.TryGetValue(of, out var known) ? known
        : desk.State.Accrual(of.Seq, of.LineNo);

    /// <summary>Has what the desk took settle the open items of its receipts.</summary>
    public static Refusal? Settle(PostingDesk desk)
    {
        var taken = desk.Draft.Other.OfType<AccrualLineRow>().ToList();
        if (taken.Count == 0)
        {
            return null;
        }

        var items = new AllocationDesk(desk.State, desk.Draft, desk.Head.BusinessDate);
        desk.Draft.Allocations = items;
        foreach (var receipt in taken.GroupBy(row => row.OfSeq))
        {
            var item = items.ItemsOf(receipt.Key).Find(one => one.Row.Account == Account.AccruedPayable
                && one.Row.PartyId == desk.Head.SettlementPartyId);
            var amount = Math.Min(item?.Left ?? 0, -receipt.Sum(row => row.Amount));
            if (amount > 0 && items.Plan(item!, amount, (int)receipt.First().DocumentLineNo) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>What a reversal gives back.</summary>
    public static void GiveBack(State state, Draft draft, long originalSeq)
    {
        foreach (var row in state.OtherRows<AccrualLineRow>(originalSeq))
        {
            var of = (row.OfSeq, row.OfLineNo);
            var left = draft.Accruals.TryGetValue(of, out var known) ? known : state.Accrual(of.OfSeq, of.OfLineNo);
            Add(draft, row.DocumentLineNo, of, left, new(-row.Qty, -row.Amount));
        }
    }

    private static void Add(
        Draft draft, long documentLineNo, (long Seq, long LineNo) of, Accrued left, Accrued change)
    {
        draft.Accruals[of] = new(left.Qty + change.Qty, left.Amount + change.Amount);
        draft.Other.Add(new AccrualLineRow
        {
            Seq = draft.Seq,
            LineNo = draft.Other.OfType<AccrualLineRow>().Count() + 1,
            DocumentLineNo = documentLineNo,
            OfSeq = of.Seq,
            OfLineNo = of.LineNo,
            Qty = change.Qty,
            Amount = change.Amount,
        });
    }
}
