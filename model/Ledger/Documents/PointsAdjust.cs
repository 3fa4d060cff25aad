using Analytics.Ledger.Posting;

namespace Analytics.Ledger;

/// <summary>积分调整: points given or taken by hand; never more taken than there are.</summary>
internal static class PointsAdjust
{
    public static readonly DocumentForm Form = new(DocumentParts.PointsParts, Move, static _ => { });

    private static Refusal? Move(PostingDesk desk)
    {
        var parts = desk.Document.PointsParts;
        if (parts.Count == 0)
        {
            return new Refusal(RefusalReason.NoLines, 0, "points_parts");
        }

        if (desk.Document.EarnedUpTo is not null)
        {
            return new Refusal(RefusalReason.PartNotTaken, 0, "points_adjust: earned_up_to");
        }

        for (var at = 0; at < parts.Count; at++)
        {
            var (partyId, refusal) = Member(desk, parts[at], at + 1);
            refusal ??= parts[at].Points.Units == 0
                ? new Refusal(RefusalReason.QuantityNotPositive, at + 1, "0")
                : Change(desk, partyId, parts[at].Points.Units, at + 1);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>The member of a part; or why he cannot be one.</summary>
    public static (long PartyId, Refusal? Refusal) Member(PostingDesk desk, PointsPart part, int lineNo) =>
        desk.State.Party(part.PartyCode) is not { } party
            ? (None.Id, new Refusal(RefusalReason.UnknownParty, lineNo, part.PartyCode))
        : party.IsCustomer == 0 ? (None.Id, new Refusal(RefusalReason.WrongPartyRole, lineNo, part.PartyCode))
        : (party.PartyId, null);

    private static Refusal? Change(PostingDesk desk, long partyId, long points, int lineNo)
    {
        if (points < 0)
        {
            return Members.TakePoints(desk, partyId, -points, lineNo);
        }

        Members.Change(desk.Draft, desk.Head, partyId, MemberMeasures.Points, points);
        return null;
    }
}
