using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>Erases what is personal of a party: the entry says that it was done, why and by whom.</summary>
internal static class ErasurePosting
{
    public const string Kind = "party_erasure";

    public static Outcome Post(PartyErasure erasure, State state)
    {
        if (erasure.Reason.Length == 0 || erasure.PartyCode.Length == 0)
        {
            return new Refusal(RefusalReason.CodeMissing, 0, erasure.Reason.Length == 0 ? "reason" : "party_code");
        }

        if (Texts.FirstInvalid(erasure.PartyCode, erasure.Reason) is { } text)
        {
            return new Refusal(RefusalReason.TextInvalid, 0, text);
        }

        if (state.Find(MasterKinds.Party, erasure.PartyCode) is not { } party)
        {
            return MasterKinds.Unknown(MasterKinds.Party, erasure.PartyCode);
        }

        var before = state.Rows<PartyErasureRow>(row => row.PartyId == party.Id && row.Seq > party.VersionId);
        if (before.Count > 0)
        {
            return Outcome.Already(before[0].Seq);
        }

        var draft = new Draft(state.Seq + 1, Kind);
        draft.Other.Add(new PartyErasureRow { Seq = draft.Seq, PartyId = party.Id, Reason = erasure.Reason });
        draft.StateRows.Add(tables => tables.ErasePrivate(party.Id));
        return draft;
    }
}
