namespace Analytics.Ledger;

/// <summary>A version of a bin (货位) in an area (货区) of a depot; its code is depot/area/bin.</summary>
public sealed record BinMaster(string DepotCode, string AreaCode, string BinNo) : Submission
{
    public string Name { get; init; } = "";

    /// <summary>Nothing goes in or out while it is locked.</summary>
    public bool IsLocked { get; init; }

    public bool IsActive { get; init; } = true;
}
