namespace Analytics.Ledger;

/// <summary>A version of an approval rule (审批规则): which documents and vouchers need how many approvals by others than
/// who handed them in.</summary>
/// <param name="Code">Without blanks.</param>
public sealed record ApprovalRuleMaster(string Code) : Submission
{
    /// <summary>The kind as the book names it, a document's or a voucher's, such as <c>sale</c> or <c>write_off</c>;
    /// empty means every kind.</summary>
    public string DocumentKind { get; init; } = "";

    public ApprovalTrigger Trigger { get; init; }

    /// <summary>Yuan, days or a fraction, as the trigger says.</summary>
    public decimal Threshold { get; init; }

    /// <summary>1 to 9.</summary>
    public int ApprovalsNeeded { get; init; } = 1;

    public bool IsActive { get; init; } = true;
}
