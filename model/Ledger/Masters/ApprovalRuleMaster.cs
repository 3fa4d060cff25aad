namespace Analytics.Ledger;

/// <summary>A version of an approval rule (审批规则): which documents need how many approvals by others than who handed
/// them in.</summary>
/// <param name="Code">Without blanks.</param>
public sealed record ApprovalRuleMaster(string Code) : Submission
{
    /// <summary>Null means every kind.</summary>
    public DocumentKind? DocumentKind { get; init; }

    public ApprovalTrigger Trigger { get; init; }

    /// <summary>Yuan, days or a fraction, as the trigger says.</summary>
    public decimal Threshold { get; init; }

    /// <summary>1 to 9.</summary>
    public int ApprovalsNeeded { get; init; } = 1;

    public bool IsActive { get; init; } = true;
}
