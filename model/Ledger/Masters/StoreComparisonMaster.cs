namespace Analytics.Ledger;

/// <summary>A version of what the company says of a store in comparisons (可比店标记) from a day on, until it says otherwise
/// from a later one. Store and day are what it is known by.</summary>
public sealed record StoreComparisonMaster(string StoreCode, DateOnly FromDate) : Submission
{
    public StoreComparison Choice { get; init; }
}
