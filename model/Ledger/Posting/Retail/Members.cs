using Analytics.Ledger.Costing;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Changes what members hold.</summary>
/// <remarks>Stored value is never below zero; points are only where a return or reversal takes back what was used
/// meanwhile. What is paid in is spent before what was given on top.</remarks>
internal static class Members
{
    /// <summary>What a member holds after what the draft changes so far.</summary>
    public static long Held(State state, Draft draft, long partyId, string measure) =>
        state.MemberTotals[(partyId, measure)] + draft.MemberTotals.GetValueOrDefault((partyId, measure));

    /// <summary>Changes it by an amount; zero changes nothing.</summary>
    public static void Change(Draft draft, DocumentRow head, long partyId, string measure, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        draft.Other.Add(new MemberMovementRow
        {
            Seq = draft.Seq,
            LineNo = draft.Other.OfType<MemberMovementRow>().Count() + 1,
            PartyId = partyId,
            Measure = measure,
            BusinessDate = head.BusinessDate,
            Amount = amount,
        });
        draft.MemberTotals[(partyId, measure)] =
            draft.MemberTotals.GetValueOrDefault((partyId, measure)) + amount;
    }

    /// <summary>Takes points; or why there are not enough.</summary>
    public static Refusal? TakePoints(PostingDesk desk, long partyId, long points, int lineNo)
    {
        var held = Held(desk.State, desk.Draft, partyId, MemberMeasures.Points);
        if (held < points)
        {
            return new Refusal(RefusalReason.PointsShort, lineNo, $"{new Qty(held)} < {new Qty(points)}");
        }

        Change(desk.Draft, desk.Head, partyId, MemberMeasures.Points, -points);
        return null;
    }

    /// <summary>Spends stored value; or why there is not enough.</summary>
    public static Refusal? Spend(PostingDesk desk, long partyId, long amount, int lineNo)
    {
        var paid = Held(desk.State, desk.Draft, partyId, MemberMeasures.StoredPaid);
        var bonus = Held(desk.State, desk.Draft, partyId, MemberMeasures.StoredBonus);
        if (paid + bonus < amount)
        {
            return new Refusal(
                RefusalReason.StoredValueShort, lineNo, $"{new Money(paid + bonus)} < {new Money(amount)}");
        }

        var ofPaid = Math.Min(paid, amount);
        Change(desk.Draft, desk.Head, partyId, MemberMeasures.StoredPaid, -ofPaid);
        Change(desk.Draft, desk.Head, partyId, MemberMeasures.StoredBonus, ofPaid - amount);
        return null;
    }

    /// <summary>Gives stored value back as the sale took it: of what was given on top by its share.</summary>
    public static void GiveBack(PostingDesk desk, long partyId, long amount)
    {
        var (paid, bonus) = desk.Head.OriginalSeq == None.Id
            ? (0L, 0L)
            : (Taken(desk, partyId, MemberMeasures.StoredPaid), Taken(desk, partyId, MemberMeasures.StoredBonus));
        var ofBonus = paid + bonus == 0 ? 0 : Exact.MulDiv(amount, bonus, paid + bonus);
        Change(desk.Draft, desk.Head, partyId, MemberMeasures.StoredPaid, amount - ofBonus);
        Change(desk.Draft, desk.Head, partyId, MemberMeasures.StoredBonus, ofBonus);
    }

    /// <summary>What a sale earns a member, or its return takes back.</summary>
    public static void Earn(PostingDesk desk)
    {
        if (desk.State.MemberLevelOf(desk.Head.PartyId) is not { } level)
        {
            return;
        }

        var (state, draft, head) = (desk.State, desk.Draft, desk.Head);
        var gross = draft.Lines.Sum(line => line.NetAmount + line.TaxAmount);
        var paid = gross - (desk.Tenders?.PaidByPoints ?? 0);
        var points = head.OriginalSeq != None.Id && gross < 0
            ? -TakenBack(desk)
            : WholePoints(paid, level.PointsRate);
        Change(draft, head, head.PartyId, MemberMeasures.Points, points);
        Change(draft, head, head.PartyId, MemberMeasures.PointsEarned, points);
        Change(draft, head, head.PartyId, MemberMeasures.Spent, gross);
    }

    /// <summary>Whole points of an amount at a rate ×10⁶, the broken ones dropped.</summary>
    internal static long WholePoints(long amount, long rate)
    {
        var points = (Int128)amount * rate / MemberLevelPosting.RateScale / Qty.Scale;
        return checked((long)points * Qty.Scale);
    }

    /// <summary>What of the points of a sale its return takes back: line by line its share up to here, so that all
    /// returns of a sale take back all it earned.</summary>
    private static long TakenBack(PostingDesk desk)
    {
        var state = desk.State;
        var seq = desk.Head.OriginalSeq;
        var earned = state.OtherRows<MemberMovementRow>(seq)
            .Where(row => row.Measure == MemberMeasures.PointsEarned && row.PartyId == desk.Head.PartyId)
            .Sum(row => row.Amount);
        if (earned == 0)
        {
            return 0;
        }

        var sold = state.DocumentLines(seq);
        var total = sold.Sum(line => line.NetAmount + line.TaxAmount);
        var (before, points) = (0L, 0L);
        foreach (var line in sold)
        {
            var own = OfLine(earned, before, before += line.NetAmount + line.TaxAmount, total);
            var followed = state.Followed(seq, line.LineNo).GetValueOrDefault(desk.Head.Kind);
            var now = -desk.Draft.Lines.Where(back => back.OriginalLineNo == line.LineNo).Sum(back => back.Qty);
            points += Exact.MulDiv(own, followed + now, line.Qty) - Exact.MulDiv(own, followed, line.Qty);
        }

        return points;
    }

    private static long OfLine(long points, long before, long after, long total) => total == 0
        ? 0
        : Exact.MulDiv(points, after, total) - Exact.MulDiv(points, before, total);

    /// <summary>What the original took of it.</summary>
    private static long Taken(PostingDesk desk, long partyId, string measure)
    {
        var seq = desk.Head.OriginalSeq;
        return -desk.State.OtherRows<MemberMovementRow>(seq)
            .Where(row => row.Measure == measure && row.PartyId == partyId && row.Amount < 0).Sum(row => row.Amount);
    }
}
