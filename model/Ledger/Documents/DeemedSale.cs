namespace Analytics.Ledger;

/// <summary>By what the output tax of goods given away is reckoned (视同销售). In the book it leaves the tax alone.
/// </summary>
public enum DeemedSale
{
    /// <summary>No tax is booked.</summary>
    None,

    /// <summary>By the lines' amounts at list price, tax included.</summary>
    ListPrice,

    /// <summary>By cost and a tenth of it (组成计税价格): for goods that have no price.</summary>
    Cost,
}
