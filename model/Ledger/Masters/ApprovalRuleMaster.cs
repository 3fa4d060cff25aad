namespace Analytics.Ledger;

/// <summary>A version of an approval rule (审批规则): which documents need how many approvals by others than who handed
/// them in.</summary>
public sealed record ApprovalRuleMaster(string Code, DocumentKind DocumentKind) : Submission
{
    public ApprovalTrigger Trigger { get; init; }

    /// <summary>Yuan, or a fraction for a discount; four decimals.</summary>
    public Money Threshold { get; init; }

    /// <summary>1 to 9.</summary>
    public int ApprovalsNeeded { get; init; } = 1;

    public bool IsActive { get; init; } = true;
}
