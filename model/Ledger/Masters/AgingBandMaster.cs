namespace Analytics.Ledger;

/// <summary>A version of a band of age (账龄段): up to how many days it goes, and the share of what is open in it that is
/// provided for (坏账计提比例). Account and days are what it is known by.</summary>
/// <param name="Account">The account whose open items are aged, such as 1122.</param>
/// <param name="Days">The last day of the band; null for what is older than every other.</param>
public sealed record AgingBandMaster(string Account, int? Days = null) : Submission
{
    /// <summary>0 to 1, at most six decimals.</summary>
    public decimal ProvisionRate { get; init; }

    public bool IsActive { get; init; } = true;
}
