namespace Analytics.Ledger;

/// <summary>What of its depot a count takes in (盘点范围): all there is in an area, of a category, or both; all of the
/// depot where neither is named. What of that it does not list counts as 0.</summary>
public sealed record CountScope
{
    /// <summary>An area of the depot's bins; goods in no bin are in none.</summary>
    public string AreaCode { get; init; } = "";

    /// <summary>A category of items, with those below it.</summary>
    public string CategoryCode { get; init; } = "";
}
