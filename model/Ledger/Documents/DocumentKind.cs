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
}
