namespace Analytics.Ledger;

/// <summary>Over what time a rebate is reckoned.</summary>
public enum RebatePeriod
{
    Month,
    Quarter,
    Year,

    /// <summary>All the time the policy holds.</summary>
    Whole,
}
