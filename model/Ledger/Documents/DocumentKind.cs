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

    /// <summary>费用申请: what somebody asks to spend.</summary>
    ExpenseRequest,

    /// <summary>费用单: money spent.</summary>
    Expense,

    /// <summary>其他收入单: income beside sales.</summary>
    OtherIncome,

    /// <summary>资金调拨: money from one account of the company to others.</summary>
    FundTransfer,

    /// <summary>代垫费用申请: what is to be spent for a supplier.</summary>
    AdvanceExpenseRequest,

    /// <summary>代垫费用单: what was spent for a supplier.</summary>
    AdvanceExpense,

    /// <summary>代垫核销: how the supplier bears it.</summary>
    AdvanceExpenseSettlement,

    /// <summary>客户返利: what a customer has earned.</summary>
    CustomerRebate,

    /// <summary>客户返利结算: rebates given.</summary>
    CustomerRebatePayment,

    /// <summary>供应商返利: what a supplier owes.</summary>
    SupplierRebate,

    /// <summary>供应商返利结算: rebates received.</summary>
    SupplierRebateReceipt,

    /// <summary>医保申报: what is claimed from the office of medical insurance.</summary>
    InsuranceClaim,

    /// <summary>医保审核: what the office deducts and retains of a claim.</summary>
    InsuranceReview,

    /// <summary>记账凭证: any amounts by account and side.</summary>
    JournalVoucher,

    /// <summary>调拨单: goods brought to another depot at once.</summary>
    Transfer,

    /// <summary>调拨出库: goods sent to another depot.</summary>
    TransferOut,

    /// <summary>调拨入库: goods that arrived from another depot.</summary>
    TransferIn,

    /// <summary>移库: goods put into another bin of their depot.</summary>
    BinMove,

    /// <summary>盘点单: what was counted, against what the book says.</summary>
    StockCount,

    /// <summary>损溢处理: what became of losses and gains not yet decided on.</summary>
    LossSettlement,

    /// <summary>报损单: goods that were damaged or lost.</summary>
    StockDamage,

    /// <summary>报溢单: goods that were found.</summary>
    StockOverflow,

    /// <summary>销毁: expired, frozen or other goods destroyed.</summary>
    Destruction,

    /// <summary>其他入库: goods that came in for another reason.</summary>
    OtherIn,

    /// <summary>其他出库: goods that went out for another reason.</summary>
    OtherOut,

    /// <summary>内部领用: goods used inside the company.</summary>
    InternalUse,

    /// <summary>借出: goods lent to a party.</summary>
    LendOut,

    /// <summary>还入: lent goods that came back.</summary>
    LendReturn,

    /// <summary>借入: goods borrowed from a party.</summary>
    BorrowIn,

    /// <summary>还出: borrowed goods given back.</summary>
    BorrowReturn,

    /// <summary>储值充值: a member pays in what he spends later.</summary>
    TopUp,

    /// <summary>储值退款: what a member paid in is given back.</summary>
    StoredValueRefund,

    /// <summary>积分兑换: goods given for points.</summary>
    PointsRedeem,

    /// <summary>积分调整.</summary>
    PointsAdjust,

    /// <summary>积分过期.</summary>
    PointsExpiry,

    /// <summary>代金券发放.</summary>
    CouponIssue,

    /// <summary>会员等级变更.</summary>
    MemberLevelChange,

    /// <summary>交接班: what was in the tills when a shift ended.</summary>
    ShiftHandover,

    /// <summary>日清日结: a store's day is closed.</summary>
    DayClose,

    /// <summary>渠道结算: a platform pays what it owes, less its fee.</summary>
    ChannelSettlement,

    /// <summary>附件回收单: prize tokens that a customer brings back, for money or goods.</summary>
    PrizeCollection,

    /// <summary>兑奖申报: prize tokens handed to the supplier, who owes what they are worth.</summary>
    PrizeClaim,

    /// <summary>兑奖入库: goods a supplier gives for prize tokens.</summary>
    PrizeReceipt,

    /// <summary>借转销: lent goods sold to whom they are lent.</summary>
    LendSale,

    /// <summary>借入转采购: borrowed goods bought from whom they are borrowed.</summary>
    BorrowPurchase,
}
