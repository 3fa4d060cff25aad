namespace Analytics.Ledger;

/// <summary>The accounts that documents book on, by their codes in the Chinese standard chart (会计科目).</summary>
public static class Account
{
    /// <summary>库存现金.</summary>
    public const string Cash = "1001";

    /// <summary>银行存款.</summary>
    public const string Bank = "1002";

    /// <summary>其他货币资金: payment platforms and the like.</summary>
    public const string OtherMoney = "1012";

    /// <summary>应收账款.</summary>
    public const string Receivable = "1122";

    /// <summary>预付账款: paid to a supplier before he delivered.</summary>
    public const string AdvancePaid = "1123";

    /// <summary>其他应收款.</summary>
    public const string OtherReceivable = "1221";

    /// <summary>坏账准备: what receivables given up are taken from.</summary>
    public const string BadDebtAllowance = "1231";

    /// <summary>库存商品.</summary>
    public const string Inventory = "1405";

    /// <summary>应付账款.</summary>
    public const string Payable = "2202";

    /// <summary>预收账款: received from a customer before he was delivered.</summary>
    public const string AdvanceReceived = "2203";

    /// <summary>合同负债: what members paid in and have not spent (储值).</summary>
    public const string StoredValue = "2204";

    /// <summary>应交税费: output tax is credited, input tax debited.</summary>
    public const string Tax = "2221";

    /// <summary>其他应付款.</summary>
    public const string OtherPayable = "2241";

    /// <summary>利润分配: the other side of opening stock.</summary>
    public const string Equity = "4104";

    /// <summary>主营业务收入.</summary>
    public const string Revenue = "6001";

    /// <summary>营业外收入: 抹零 and 优惠 that a supplier gave after the invoice.</summary>
    public const string OtherIncome = "6301";

    /// <summary>主营业务成本.</summary>
    public const string CostOfSales = "6401";

    /// <summary>销售费用: 抹零 and 优惠 given to a customer after the invoice.</summary>
    public const string SalesExpense = "6601";

    /// <summary>财务费用: bank charges, and discounts for paying early.</summary>
    public const string FinanceExpense = "6603";

    /// <summary>营业外支出.</summary>
    public const string OtherExpense = "6711";

    /// <summary>Whether balances of the account are kept by party, as open items.</summary>
    public static bool IsByParty(string account) =>
        account is Receivable or AdvancePaid or OtherReceivable or Payable or AdvanceReceived or OtherPayable;

    /// <summary>Whether a receipt, a payment or a write-off may settle on the account: money, and what is given off.
    /// </summary>
    public static bool IsSettling(string account) =>
        account is Cash or Bank or OtherMoney or BadDebtAllowance or OtherIncome or SalesExpense or FinanceExpense
            or OtherExpense;
}
