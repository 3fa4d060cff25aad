using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Requests to pay open items (请付款), and the payments that follow them.</summary>
/// <remarks>A payment after a request pays nothing else, and of each item no more than was requested and is left.
/// </remarks>
internal static class PaymentRequests
{
    /// <summary>Books what a request wants paid; or why it cannot be.</summary>
    public static Refusal? Plan(PostingDesk desk)
    {
        var document = desk.Document;
        if (document.Settles.Count == 0 || document.RestAccount.Length > 0)
        {
            return document.Settles.Count == 0
                ? new Refusal(RefusalReason.NoLines, 0, "0")
                : new Refusal(RefusalReason.PartNotTaken, 0, $"{desk.Head.Kind}: rest_account");
        }

        // Takes on a desk that is thrown away: nothing is settled, but nothing is asked for twice.
        var items = new AllocationDesk(desk.State, new Draft(desk.Head.Seq, ""), desk.Head.BusinessDate);
        for (var at = 0; at < document.Settles.Count; at++)
        {
            var wanted = document.Settles[at];
            var (item, unknown) = items.Find(wanted.Item, "", at + 1);
            var refusal = unknown
                ?? (item!.Row.PartyId != desk.Head.SettlementPartyId
                    ? new Refusal(RefusalReason.AllocationAcross, at + 1, item.Name)
                : item.IsDebit ? new Refusal(RefusalReason.AllocationOneSided, at + 1, item.Name)
                : null);
            var amount = wanted.Amount?.Units ?? item?.Left ?? 0;
            refusal ??= items.Plan(item!, amount, at + 1);
            if (refusal is not null)
            {
                return refusal;
            }

            desk.Draft.Other.Add(new PaymentRequestRow
            {
                Seq = desk.Head.Seq, LineNo = at + 1, ItemSeq = item!.Row.Seq, ItemLineNo = item.Row.LineNo,
                Amount = amount,
            });
        }

        return null;
    }

    /// <summary>What a payment settles: what it says, else what the request it follows has left, as far as the money
    /// goes.</summary>
    public static (IReadOnlyList<Settlement> Settles, Refusal? Refusal) Settles(PostingDesk desk)
    {
        var document = desk.Document;
        if (document.OriginalNo.Length == 0)
        {
            return (document.Settles, null);
        }

        var (request, refusal) = Following.Original(desk, [DocumentKind.PaymentRequest], document.OriginalNo);
        if (refusal is not null)
        {
            return ([], refusal);
        }

        desk.TakesBack(request!.Seq);
        if (document.Settles.Count > 0)
        {
            return (document.Settles, null);
        }

        var settles = new List<Settlement>();
        var money = document.MoneyLines.Sum(line => line.Amount.Units);
        foreach (var row in Rows(desk.State, request.Seq))
        {
            var part = Math.Min(money, row.Amount - desk.State.RequestPaid(row.Seq, row.LineNo));
            if (part > 0)
            {
                settles.Add(new Settlement(OpenItemRef.At(row.ItemSeq, (int)row.ItemLineNo), new Money(part)));
                money -= part;
            }
        }

        return (settles, null);
    }

    /// <summary>Notes what a payment pays of the request it follows; or why it is not of that.</summary>
    public static Refusal? Pay(PostingDesk desk)
    {
        var document = desk.Document;
        if (document.OriginalNo.Length == 0)
        {
            return null;
        }

        var planned = desk.Draft.Allocations!.Planned;
        var rows = Rows(desk.State, desk.Head.OriginalSeq);
        var notRequested = new Refusal(RefusalReason.NotRequested, 0, document.OriginalNo);
        if (planned.Sum(one => one.Amount) != document.MoneyLines.Sum(line => line.Amount.Units))
        {
            return notRequested;
        }

        foreach (var (item, amount) in planned)
        {
            var row = rows.FirstOrDefault(
                one => (one.ItemSeq, one.ItemLineNo) == (item.Row.Seq, item.Row.LineNo));
            if (row is null || Paid(desk.State, desk.Draft, (row.Seq, row.LineNo)) + amount > row.Amount)
            {
                return notRequested;
            }

            Add(desk.State, desk.Draft, (row.Seq, row.LineNo), amount);
        }

        return null;
    }

    /// <summary>What a reversal gives back.</summary>
    public static void GiveBack(State state, Draft draft, long originalSeq)
    {
        foreach (var row in state.OtherRows<RequestPaymentRow>(originalSeq))
        {
            Add(state, draft, (row.OfSeq, row.OfLineNo), -row.Amount);
        }
    }

    /// <summary>Whether anything was paid after a request.</summary>
    public static bool IsPaid(State state, DocumentRow head) =>
        head.Kind == DocumentKinds.Name(DocumentKind.PaymentRequest)
        && Rows(state, head.Seq).Any(row => state.RequestPaid(row.Seq, row.LineNo) != 0);

    private static IReadOnlyList<PaymentRequestRow> Rows(State state, long seq) =>
        state.OtherRows<PaymentRequestRow>(seq);

    private static long Paid(State state, Draft draft, (long Seq, long LineNo) of) =>
        draft.RequestPaid.TryGetValue(of, out var known) ? known : state.RequestPaid(of.Seq, of.LineNo);

    private static void Add(State state, Draft draft, (long Seq, long LineNo) of, long amount)
    {
        draft.RequestPaid[of] = Paid(state, draft, of) + amount;
        draft.Other.Add(new RequestPaymentRow
        {
            Seq = draft.Seq,
            LineNo = draft.Other.OfType<RequestPaymentRow>().Count() + 1,
            OfSeq = of.Seq,
            OfLineNo = of.LineNo,
            Amount = amount,
        });
    }
}
