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

    /// <summary>借出.</summary>
    Lent = -8,

    /// <summary>借入.</summary>
    Borrowed = -9,

    /// <summary>内部领用.</summary>
    InternalUse = -10,

    /// <summary>其他入库、其他出库.</summary>
    Other = -11,

    /// <summary>异价调拨: on the way to a depot that takes the goods at a price of its own.</summary>
    PricedTransfer = -12,

    /// <summary>移库: from one bin to another of the same depot.</summary>
    Bin = -13,

    /// <summary>同价调拨: to another depot at once.</summary>
    Transfer = -14,

    /// <summary>发出商品: on the way to a customer, or signed for by him.</summary>
    Dispatched = -21,

    /// <summary>样品、赠品 given away without a sale: an expense.</summary>
    Sample = -22,

    /// <summary>兑奖: prize tokens and the goods given for them, on their way between customers and suppliers.</summary>
    Prize = -23,
}
