namespace Analytics.Ledger.Pricing;

/// <summary>Where a proposed price comes from.</summary>
public enum PriceOrigin
{
    /// <summary>Agreed with the customer.</summary>
    Customer,

    /// <summary>What he paid last.</summary>
    Last,

    /// <summary>The price list of the customer.</summary>
    List,
}
