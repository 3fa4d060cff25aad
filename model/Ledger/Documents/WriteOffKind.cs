namespace Analytics.Ledger;

/// <summary>The kinds of write-off (核销). In the book each is the snake_case of its name.</summary>
public enum WriteOffKind
{
    /// <summary>收款冲应收: 银行存款 against 应收账款.</summary>
    ReceiptToReceivable,

    /// <summary>付款冲应付: 应付账款 against 银行存款.</summary>
    PaymentToPayable,

    /// <summary>预收冲应收: 预收账款 against 应收账款. Items are the receivables, against them the advances.</summary>
    AdvanceToReceivable,

    /// <summary>预付冲应付: 应付账款 against 预付账款. Items are the payables, against them the advances.</summary>
    AdvanceToPayable,

    /// <summary>应收冲应付: 应付账款 against 应收账款 of one party that buys and sells.</summary>
    ReceivableToPayable,

    /// <summary>预收冲预付: 预收账款 against 预付账款 of one party. Items are those received.</summary>
    AdvanceToAdvance,

    /// <summary>应收转应收、应收款并账: to another customer.</summary>
    ReceivableTransfer,

    /// <summary>应付转应付: to another supplier.</summary>
    PayableTransfer,

    /// <summary>预收款并账: to another customer.</summary>
    AdvanceTransfer,

    /// <summary>退货冲销货: items are sales, against them returns. Books no money.</summary>
    ReturnToSale,

    /// <summary>退货冲购货: items are purchases, against them returns. Books no money.</summary>
    ReturnToPurchase,

    /// <summary>抹零、优惠 given to a customer: 销售费用 against 应收账款.</summary>
    SalesDiscount,

    /// <summary>抹零、优惠 a supplier gave: 应付账款 against 营业外收入.</summary>
    PurchaseDiscount,

    /// <summary>坏账核销: 坏账准备 against 应收账款.</summary>
    BadDebt,

    /// <summary>其他应收转应收: what the party owes otherwise becomes a receivable.</summary>
    OtherToReceivable,

    /// <summary>应收转其他应收.</summary>
    ReceivableToOther,

    /// <summary>其他应付转应付: what is owed to the party otherwise becomes a payable.</summary>
    OtherToPayable,

    /// <summary>应付转其他应付.</summary>
    PayableToOther,
}
