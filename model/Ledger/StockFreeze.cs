namespace Analytics.Ledger;

/// <summary>Freezes stock (冻结), or frees it again: frozen stock is not sold.</summary>
public sealed record StockFreeze(string ItemCode, bool IsFrozen) : Submission
{
    /// <summary>The batch; empty means the whole item.</summary>
    public string BatchNo { get; init; } = "";

    /// <summary>The batch's lot, where it has one.</summary>
    public string LotNo { get; init; } = "";

    /// <summary>Where; empty means in every depot.</summary>
    public string DepotCode { get; init; } = "";

    public string Reason { get; init; } = "";
}
