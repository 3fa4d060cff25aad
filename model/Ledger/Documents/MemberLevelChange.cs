using Analytics.Ledger.Posting;
using Analytics.Ledger.Tables;

namespace Analytics.Ledger;

/// <summary>会员等级变更: to the level the document names, else to the highest whose conditions the member meets.
/// </summary>
internal static class MemberLevelChange
{
    public static readonly DocumentForm Form = new(DocumentParts.MemberLevel, Move, static _ => { })
    {
        Party = PartyRole.Customer, NeedsParty = true,
    };

    private static Refusal? Move(PostingDesk desk)
    {
        var (state, partyId, code) = (desk.State, desk.Head.PartyId, desk.Document.MemberLevelCode);
        if (partyId == None.Id)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, "party_code");
        }

        var level = code.Length > 0
            ? (MemberLevelRow?)state.Find(MasterKinds.MemberLevel, code)?.Row
            : Highest(state, partyId);
        if (level is null)
        {
            return code.Length > 0
                ? MasterKinds.Unknown(MasterKinds.MemberLevel, code)
                : new Refusal(RefusalReason.NoMemberLevel, 0, desk.Document.PartyCode);
        }

        if (level.IsActive == 0)
        {
            return new Refusal(RefusalReason.InactiveMaster, 0, level.MemberLevelCode);
        }

        var before = state.MemberLevelIdOf(partyId);
        if (before == level.MemberLevelId)
        {
            return new Refusal(RefusalReason.LevelUnchanged, 0, level.MemberLevelCode);
        }

        desk.Draft.Other.Add(new MemberLevelChangeRow
        {
            Seq = desk.Head.Seq, PartyId = partyId, LevelBeforeId = before, LevelId = level.MemberLevelId,
        });
        State.SetMemberLevel(desk.Draft, partyId, level.MemberLevelId);
        return null;
    }

    private static MemberLevelRow? Highest(State state, long partyId)
    {
        var spent = state.MemberTotals[(partyId, MemberMeasures.Spent)];
        var earned = state.MemberTotals[(partyId, MemberMeasures.PointsEarned)];
        return state.MemberLevels.All
            .Where(level => level.IsActive == 1 && level.LeastSpent <= spent && level.LeastPoints <= earned)
            .OrderByDescending(level => level.Rank).ThenBy(level => level.MemberLevelCode, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
