namespace Analytics.Ledger;

/// <summary>A version of a limit of stock (库存上下限) of an item in a depot, in base units.</summary>
public sealed record StockLimitMaster(string ItemCode, string DepotCode) : Submission
{
    /// <summary>Null where that is not limited.</summary>
    public Qty? Least { get; init; }

    /// <summary>Null where that is not limited.</summary>
    public Qty? Most { get; init; }

    public bool IsActive { get; init; } = true;
}
