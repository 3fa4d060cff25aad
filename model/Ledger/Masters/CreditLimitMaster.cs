namespace Analytics.Ledger;

/// <summary>A version of a limit of credit (信用额度与期限) of a customer, or of all that an employee or a department
/// looks after.</summary>
public sealed record CreditLimitMaster(CreditScope Scope, string ScopeCode) : Submission
{
    /// <summary>The most that may be owed; null where that is not limited.</summary>
    public Money? Amount { get; init; }

    /// <summary>The most days an item may be open; null where that is not limited.</summary>
    public int? Days { get; init; }

    public bool IsActive { get; init; } = true;
}
