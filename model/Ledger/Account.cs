using System.Collections.Frozen;
using System.Reflection;

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

    /// <summary>在途物资: goods on their way between depots.</summary>
    public const string InTransit = "1402";

    /// <summary>库存商品.</summary>
    public const string Inventory = "1405";

    /// <summary>发出商品: lent to others, or handed to the carrier and not yet signed for by the customer.</summary>
    public const string GoodsDispatched = "1406";

    /// <summary>商品进销差价: what depots charge each other above or below cost.</summary>
    public const string PriceVariance = "1407";

    /// <summary>待处理财产损溢: losses not yet decided on.</summary>
    public const string LossPending = "1901";

    /// <summary>应付账款.</summary>
    public const string Payable = "2202";

    /// <summary>应付账款—暂估应付账款: owed for goods received before their invoice.</summary>
    public const string AccruedPayable = "220202";

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

    /// <summary>生产成本: what goods are made of, until they are made.</summary>
    public const string ProductionCost = "5001";

    /// <summary>主营业务收入.</summary>
    public const string Revenue = "6001";

    /// <summary>营业外收入: 抹零 and 优惠 that a supplier gave after the invoice.</summary>
    public const string OtherIncome = "6301";

    /// <summary>主营业务成本.</summary>
    public const string CostOfSales = "6401";

    /// <summary>销售费用: 抹零 and 优惠 given to a customer after the invoice.</summary>
    public const string SalesExpense = "6601";

    /// <summary>管理费用: what is used inside, and losses nobody answers for.</summary>
    public const string AdminExpense = "6602";

    /// <summary>财务费用: bank charges, and discounts for paying early.</summary>
    public const string FinanceExpense = "6603";

    /// <summary>营业外支出.</summary>
    public const string OtherExpense = "6711";

    /// <summary>其他业务收入.</summary>
    public const string SideIncome = "6051";

    private static readonly FrozenSet<string> BuiltIn =
    [
        .. typeof(Account).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>The first four digits: the account of the standard chart that one belongs to.</summary>
    public static string Root(string account) => account.Length > 4 ? account[..4] : account;

    /// <summary>Whether the account needs no version of its own.</summary>
    public static bool IsBuiltIn(string account) => BuiltIn.Contains(account);

    /// <summary>The kind that an account's first digit says in the standard chart.</summary>
    public static AccountKind? KindOf(string account) => account.Length == 0 ? null : account[0] switch
    {
        '1' => AccountKind.Asset,
        '2' => AccountKind.Liability,
        '3' => AccountKind.Common,
        '4' => AccountKind.Equity,
        '5' => AccountKind.Cost,
        '6' => AccountKind.ProfitAndLoss,
        _ => null,
    };

    /// <summary>Whether balances of the account are kept by party, as open items.</summary>
    public static bool IsByParty(string account) => Root(account)
        is Receivable or AdvancePaid or OtherReceivable or Payable or AdvanceReceived or OtherPayable;

    /// <summary>Whether what goods cost beside their purchase may be booked against the account: a fee, freight, a
    /// correction.</summary>
    public static bool IsContra(string account) =>
        IsByParty(account) || IsSettling(account) || Root(account) is CostOfSales or LossPending or InTransit or Equity;

    /// <summary>Whether the account holds money (货币资金).</summary>
    public static bool IsMoney(string account) => Root(account) is Cash or Bank or OtherMoney;

    /// <summary>Whether stock that comes or goes for another reason than trade may be booked against the account.
    /// </summary>
    public static bool IsStockContra(string account) =>
        account is SalesExpense or AdminExpense or OtherIncome or OtherExpense or CostOfSales or LossPending
            or ProductionCost or Equity;

    /// <summary>Whether what was lost or found is decided on by booking it on the account.</summary>
    public static bool IsLossTarget(string account) =>
        account is OtherReceivable or OtherIncome or SalesExpense or AdminExpense or OtherExpense;

    /// <summary>Whether a receipt, a payment or a write-off may settle on the account: money, and what is given off.
    /// </summary>
    public static bool IsSettling(string account) => IsMoney(account) || Root(account)
        is BadDebtAllowance or OtherIncome or SalesExpense or FinanceExpense or OtherExpense;
}
