namespace Analytics.Ledger;

/// <summary>Where stock comes from or goes to when that is no depot of the company. Stored as its number.</summary>
public enum Location
{
    None = -1,
    Supplier = -2,
    Customer = -3,

    /// <summary>报损、盘亏、销毁.</summary>
    Loss = -4,
    Transit = -5,
    Assembly = -6,

    /// <summary>What was there when the book began.</summary>
    Opening = -7,

    /// <summary>发出商品: on the way to a customer, or signed for by him.</summary>
    Dispatched = -21,

    /// <summary>样品、赠品 given away without a sale: an expense.</summary>
    Sample = -22,
}
