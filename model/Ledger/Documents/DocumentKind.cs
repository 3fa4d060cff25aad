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
}
