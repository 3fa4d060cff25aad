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

    /// <summary>报价单: what a customer was offered, until a day.</summary>
    Quotation,

    /// <summary>销售订货合同: what a customer will order or take over time.</summary>
    SalesContract,

    /// <summary>合同改补单: adds to or takes off the lines of an order or contract.</summary>
    ContractChange,

    /// <summary>发货单、配送单: goods handed to the carrier, not yet the customer's.</summary>
    DeliveryNote,

    /// <summary>签收单: what of a delivery the customer took, and what came back.</summary>
    DeliveryReceipt,

    /// <summary>退货订单: goods a customer is to bring back.</summary>
    ReturnOrder,

    /// <summary>剩货处理单: goods delivered and not used that come back, off the oldest deliveries.</summary>
    LeftoverReturn,

    /// <summary>换货单: goods in and goods out at once, the difference settled.</summary>
    Exchange,

    /// <summary>赠品样品单: goods given away without a sale.</summary>
    SampleIssue,

    /// <summary>代销结算单: what a counter sold of our goods.</summary>
    ConsignmentSettlement,

    /// <summary>联营、受托代销销售: goods of another's that we sold.</summary>
    ConsignedSale,

    /// <summary>代金券销售: vouchers sold for goods to come.</summary>
    VoucherSale,

    /// <summary>代金券配送: goods given for vouchers.</summary>
    VoucherRedeem,

    /// <summary>代金券过期: vouchers that will not be redeemed.</summary>
    VoucherExpiry,

    /// <summary>成本调整单: changes what goods are worth, all of a pool or those that one receipt brought.</summary>
    CostAdjustment,

    /// <summary>组装: makes goods out of others.</summary>
    Assembly,

    /// <summary>拆分: takes one article apart into others.</summary>
    Disassembly,
}
