using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>审批规则.</summary>
internal static class ApprovalRulePosting
{
    private const int MostApprovals = 9;
    private const long RateScale = 1_000_000;

    public static Outcome Post(ApprovalRuleMaster master, State state)
    {
        var desk = new MasterDesk(state, MasterKinds.ApprovalRule, master.Code);
        // A draft keeps the codes of the rules that hold it with blanks between them.
        desk.Refuse(master.Code.Contains(' ', StringComparison.Ordinal), RefusalReason.TextInvalid, master.Code);
        desk.Texts(master.DocumentKind);
        desk.Refuse(!IsKnown(master.DocumentKind), RefusalReason.UnknownKind, master.DocumentKind);
        var scale = master.Trigger switch
        {
            ApprovalTrigger.AmountAtLeast => Money.Scale,
            ApprovalTrigger.DiscountAtLeast => RateScale,
            ApprovalTrigger.Always or ApprovalTrigger.BackdatedDays or ApprovalTrigger.Reversal
                or ApprovalTrigger.OverCredit or ApprovalTrigger.OverBudget or ApprovalTrigger.DayClosed => 1L,
        };
        var row = new ApprovalRuleRow
        {
            ApprovalRuleCode = master.Code,
            DocumentKind = master.DocumentKind,
            TriggerKind = Snake.Case(master.Trigger),
            Threshold = desk.Number(master.Threshold, scale),
            ApprovalsNeeded = desk.Number(master.ApprovalsNeeded, 1, 1, MostApprovals),
            IsActive = MasterPosting.Flag(master.IsActive),
        };
        return desk.Enter((id, version) => row with { VersionId = version, ApprovalRuleId = id });
    }

    private static bool IsKnown(string kind) =>
        kind.Length == 0 || Voucher.IsKind(kind)
        || Enum.GetValues<DocumentKind>().Any(known => DocumentKinds.Name(known) == kind);
}
