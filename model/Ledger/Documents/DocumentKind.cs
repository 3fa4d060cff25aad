namespace Analytics.Ledger;

/// <summary>The kinds of document (单据) that can be posted. In the book each is the snake_case of its name.</summary>
public enum DocumentKind
{
    /// <summary>期初库存: what lay in the depot when the book began.</summary>
    OpeningStock,

    /// <summary>采购订单: goods ordered from a supplier.</summary>
    PurchaseOrder,

    /// <summary>采购入库: goods received from a supplier.</summary>
    PurchaseReceipt,

    /// <summary>销售订单: goods a customer ordered.</summary>
    SalesOrder,

    /// <summary>销售: goods handed to a customer.</summary>
    Sale,

    /// <summary>销售退货: goods a customer brought back.</summary>
    SaleReturn,

    /// <summary>收款: money received from a party.</summary>
    MoneyReceipt,

    /// <summary>付款: money paid to a party.</summary>
    MoneyPayment,

    /// <summary>成本调整单: changes what goods are worth, all of a pool or those that one receipt brought.</summary>
    CostAdjustment,

    /// <summary>组装: makes goods out of others.</summary>
    Assembly,

    /// <summary>拆分: takes one article apart into others.</summary>
    Disassembly,
}
