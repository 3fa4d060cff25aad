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
    /// <summary>采购计划: what is to be bought.</summary>
    PurchasePlan,

    /// <summary>请购单: what a store asks to have bought.</summary>
    PurchaseRequisition,

    /// <summary>询价单: what suppliers quoted for goods.</summary>
    PurchaseInquiry,

    /// <summary>比价单: which of the quotes was chosen.</summary>
    PurchaseComparison,

    /// <summary>到货单: goods that arrived and were inspected.</summary>
    ArrivalNotice,

    /// <summary>采购退货: goods that went back to a supplier.</summary>
    PurchaseReturn,

    /// <summary>请付款单: payables that are to be paid.</summary>
    PaymentRequest,

    /// <summary>运费分摊: freight and fees that make received goods dearer.</summary>
    LandedCost,

    /// <summary>开票申请: sales that are to be invoiced.</summary>
    SalesInvoiceRequest,

    /// <summary>销售发票: an invoice to a customer.</summary>
    SalesInvoice,

    /// <summary>红字发票: takes back an invoice to a customer, whole or in part.</summary>
    RedInvoice,

    /// <summary>采购发票: an invoice of a supplier.</summary>
    PurchaseInvoice,
}
