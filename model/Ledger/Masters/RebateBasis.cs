namespace Analytics.Ledger;

/// <summary>What the tiers of a rebate policy are by.</summary>
public enum RebateBasis
{
    /// <summary>The amount with tax; a rate is a fraction of it.</summary>
    Amount,

    /// <summary>The quantity in base units; a rate is money for each.</summary>
    Quantity,
}
