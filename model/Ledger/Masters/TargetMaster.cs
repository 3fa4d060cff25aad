namespace Analytics.Ledger;

/// <summary>A version of a target (目标) of a month and measure; scope, measure and month are what it is known by.
/// </summary>
/// <param name="Scope">Whose it is.</param>
/// <param name="ScopeCode">The code of that; empty for the company.</param>
/// <param name="Measure">A measure's name, such as <c>net_sales</c>.</param>
/// <param name="MonthKey">yyyymm.</param>
/// <param name="Amount">In yuan or in units, as the measure is.</param>
public sealed record TargetMaster(TargetScope Scope, string ScopeCode, string Measure, int MonthKey, Money Amount)
    : Submission
{
    /// <summary>底线, at most the target; null where there is none.</summary>
    public Money? Floor { get; init; }

    /// <summary>挑战, at least the target; null where there is none.</summary>
    public Money? Stretch { get; init; }
}
