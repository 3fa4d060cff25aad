namespace Analytics.Ledger;

/// <summary>Who earns a rebate.</summary>
public enum RebateSide
{
    /// <summary>A customer, by what he buys.</summary>
    Customer,

    /// <summary>We, by what we buy of a supplier.</summary>
    Supplier,
}
