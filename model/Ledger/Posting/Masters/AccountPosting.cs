using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>会计科目.</summary>
internal static class AccountPosting
{
    public static Outcome Post(AccountMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.Account, master.Code);
        desk.Texts(master.Name);
        desk.Reference(MasterKinds.Account, master.ParentCode);
        var above = master.ParentCode;
        while (desk.Refusal is null && above.Length > 0)
        {
            desk.Refuse(above == master.Code, RefusalReason.OwnParent, master.Code);
            above = (state.Find(MasterKinds.Account, above)?.Row as AccountRow)?.ParentCode ?? "";
        }

        return desk.Enter((id, version) => new AccountRow
        {
            VersionId = version,
            AccountId = id,
            AccountCode = master.Code,
            AccountName = master.Name,
            AccountKind = Snake.Case(master.Kind),
            ParentCode = master.ParentCode,
            IsActive = MasterPosting.Flag(master.IsActive),
        });
    }
}
