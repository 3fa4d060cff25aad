using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>积分过期: points earned up to a day expire, the oldest being used first: what is left of them is what a member
/// has beyond what he earned since.</summary>
/// <remarks>Names the members, or else is of all that have points.</remarks>
internal static class PointsExpiry
{
    public static readonly DocumentForm Form = new(DocumentParts.PointsParts, Move, static _ => { });

    private static Refusal? Move(PostingDesk desk)
    {
        if (desk.Document.EarnedUpTo is not { } day)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "earned_up_to");
        }

        if (!Dates.IsInRange(day) || Dates.Number(day) > desk.Head.BusinessDate)
        {
            return new Refusal(RefusalReason.DateOutOfRange, 0, Dates.Text(day));
        }

        var parts = desk.Document.PointsParts;
        for (var at = 0; at < parts.Count; at++)
        {
            var (partyId, refusal) = PointsAdjust.Member(desk, parts[at], at + 1);
            refusal ??= Expire(desk, partyId, Dates.Number(day), parts[at].Points.Units, at + 1);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        foreach (var partyId in parts.Count == 0 ? desk.State.MembersWithPoints() : [])
        {
            Expire(desk, partyId, Dates.Number(day), 0, 0);
        }

        return null;
    }

    private static Refusal? Expire(PostingDesk desk, long partyId, long day, long points, int lineNo)
    {
        var held = Members.Held(desk.State, desk.Draft, partyId, MemberMeasures.Points);
        var expired = Math.Max(0, held - Math.Max(0, desk.State.PointsEarnedAfter(partyId, day)));
        if (points < 0 || points > expired)
        {
            return new Refusal(RefusalReason.PointsShort, lineNo, $"{new Qty(expired)} < {new Qty(points)}");
        }

        Members.Change(
            desk.Draft, desk.Head, partyId, MemberMeasures.Points, points == 0 ? -expired : -points);
        return null;
    }
}
