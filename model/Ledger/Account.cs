namespace Analytics.Ledger;

/// <summary>The accounts that documents book on, by their codes in the Chinese standard chart (会计科目).</summary>
public static class Account
{
    /// <summary>库存现金.</summary>
    public const string Cash = "1001";

    /// <summary>应收账款.</summary>
    public const string Receivable = "1122";

    /// <summary>库存商品.</summary>
    public const string Inventory = "1405";

    /// <summary>应付账款.</summary>
    public const string Payable = "2202";

    /// <summary>应交税费: output tax is credited, input tax debited.</summary>
    public const string Tax = "2221";

    /// <summary>利润分配: the other side of opening stock.</summary>
    public const string Equity = "4104";

    /// <summary>主营业务收入.</summary>
    public const string Revenue = "6001";

    /// <summary>主营业务成本.</summary>
    public const string CostOfSales = "6401";

    /// <summary>Whether balances of the account are kept by party.</summary>
    internal static bool IsByParty(string account) => account is Receivable or Payable;
}
