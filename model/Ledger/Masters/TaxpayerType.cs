namespace Analytics.Ledger;

/// <summary>How a legal entity pays VAT. In the book each is the snake_case of its name.</summary>
public enum TaxpayerType
{
    /// <summary>一般纳税人: input tax is deducted.</summary>
    General,

    /// <summary>小规模纳税人: input tax is part of what goods cost.</summary>
    SmallScale,
}
