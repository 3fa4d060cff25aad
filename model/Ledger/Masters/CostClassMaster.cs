namespace Analytics.Ledger;

/// <summary>A version of a cost class (成本类别): how its items are costed. Method and pool never change once made.
/// </summary>
public sealed record CostClassMaster(string Code, string Name, CostMethod Method) : Submission
{
    /// <summary>One pool for the company instead of one a depot; always so for the period average.</summary>
    public bool IsCompanyWide { get; init; }
}
