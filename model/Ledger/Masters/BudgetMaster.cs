namespace Analytics.Ledger;

/// <summary>A version of a budget (预算): what expenses on an account may come to in a month; account, department and
/// month are what it is known by.</summary>
/// <remarks>What goes beyond it is refused, unless an approval rule with <see cref="ApprovalTrigger.OverBudget"/> lets
/// others decide.</remarks>
/// <param name="Account">An account of profit and loss or of cost.</param>
/// <param name="MonthKey">yyyymm.</param>
/// <param name="Amount">The most that may be spent.</param>
public sealed record BudgetMaster(string Account, int MonthKey, Money Amount) : Submission
{
    /// <summary>A value of the list of departments; empty for what no department bears.</summary>
    public string DepartmentCode { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
