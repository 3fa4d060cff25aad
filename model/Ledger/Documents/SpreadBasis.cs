namespace Analytics.Ledger;

/// <summary>By what a fee is spread over the goods it was paid for (运费分摊).</summary>
public enum SpreadBasis
{
    None,

    /// <summary>By the quantity in the base unit.</summary>
    Quantity,

    /// <summary>By the net amount of the receipts' lines.</summary>
    Amount,

    /// <summary>By quantity × weight of the item.</summary>
    Weight,

    /// <summary>The same on each line.</summary>
    Equally,
}
