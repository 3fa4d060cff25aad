using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>审批规则.</summary>
internal static class ApprovalRulePosting
{
    private const int MostApprovals = 9;

    public static Outcome Post(ApprovalRuleMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.ApprovalRule, master.Code);
        var row = new ApprovalRuleRow
        {
            ApprovalRuleCode = master.Code,
            DocumentKind = DocumentKinds.Name(master.DocumentKind),
            TriggerKind = Snake.Case(master.Trigger),
            Threshold = desk.Number(master.Threshold.ToDecimal(), Money.Scale),
            ApprovalsNeeded = desk.Number(master.ApprovalsNeeded, 1, 1, MostApprovals),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, ApprovalRuleId = id });
    }
}
