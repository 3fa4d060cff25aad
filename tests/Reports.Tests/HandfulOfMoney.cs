using System.Globalization;
using Analytics.Ledger;

namespace Analytics.Reports.Tests;

/// <summary>A handful of documents of one store, one customer and one supplier, whose figures are known by hand: what
/// the demo company does not do (invoices, advances, what is paid for suppliers, budgets).</summary>
internal static class HandfulOfMoney
{
    public const string Store = "HX";
    public const string Customer = "HX-C";
    public const string Supplier = "HX-V";
    public const string Department = "HX-D";

    /// <summary>In the order in which they happened.</summary>
    public static IReadOnlyList<Submission> Documents =>
    [
        new CategoryMaster("HX", "样品"),
        new ItemMaster("HX-A", "甲", "HX") { TaxRate = 0.13m },
        new ItemMaster("HX-B", "乙", "HX") { TaxRate = 0.13m },
        new ItemMaster("HX-N", "未到货", "HX") { TaxRate = 0.13m },
        new ListValueMaster(ListKind.Department, Department, "样品部"),
        new StoreMaster(Store, "样品店") { MayGoNegative = true },
        new PartyMaster(Customer, "样品客户") { IsCustomer = true },
        new PartyMaster(Supplier, "样品供应商") { IsSupplier = true },
        new TargetMaster(TargetScope.Store, Store, "net_sales", 202603, Money.Round(1000)),
        new TargetMaster(TargetScope.Store, Store, "net_sales", 202603, Money.Round(500))
        {
            Floor = Money.Round(400), Stretch = Money.Round(600),
        },
        new TargetMaster(TargetScope.Company, "", "net_sales", 202603, Money.Round(9000)),
        new StockLimitMaster("HX-A", Store) { Least = Qty.Round(85), Most = Qty.Round(500) },
        new StockLimitMaster("HX-N", Store) { Least = Qty.Round(1) },
        new StockLimitMaster("HX-B", Store) { Least = Qty.Round(60), Most = Qty.Round(70) },
        new StockLimitMaster("HX-B", Store) { Most = Qty.Round(30) },
        new BudgetMaster("6601", 202603, Money.Round(900)) { DepartmentCode = Department },
        new BudgetMaster("6601", 202603, Money.Round(1000)) { DepartmentCode = Department },
        new AgingBandMaster(Account.OtherReceivable, 10) { ProvisionRate = 0.01m },
        new AgingBandMaster(Account.OtherReceivable, 10) { ProvisionRate = 0.02m },
        new AgingBandMaster(Account.OtherReceivable, 20) { ProvisionRate = 0.9m, IsActive = false },
        new AgingBandMaster(Account.OtherReceivable, 40) { ProvisionRate = 0.1m },
        new AgingBandMaster(Account.OtherReceivable) { ProvisionRate = 0.5m },
        .. Owing,
        .. Invoicing,
        .. Spending,
        .. Coupons,
        // At the end: nothing would be sold to who owes that long.
        new CreditLimitMaster(CreditScope.Party, Customer) { Amount = Money.Round(1000), Days = 30 },
    ];

    /// <summary>1,000 sold on 10 August, due on 9 September, 400 of it received on 1 October.</summary>
    private static IEnumerable<Submission> Owing =>
    [
        Of(DocumentKind.PurchaseReceipt, "HX-P1", "2025-08-01", Supplier) with
        {
            Tender = Tender.Account, Lines = [Line("HX-A", 100, 1000, 130), Line("HX-B", 50, 200, 26)],
        },
        Sale("HX-D1", "2025-08-10", Line("HX-A", 10, 884.96m, 115.04m)) with { DueDate = new(2025, 9, 9) },
        Invoice("HX-I0", "2025-08-11", "HX-D1", Line("HX-A", 10, 0, 0)),
        Of(DocumentKind.MoneyReceipt, "HX-R1", "2025-10-01", Customer) with
        {
            MoneyLines = [Amount("1002", 400)], Settles = [Item(DocumentKind.Sale, "HX-D1", 400)],
        },
    ];

    /// <summary>Of HX-D2 three of five and later one of these taken back; HX-D3 not at all; HX-D4 wholly, before one
    /// came back.</summary>
    private static IEnumerable<Submission> Invoicing =>
    [
        Sale("HX-D2", "2026-03-02", Line("HX-A", 5, 100, 13), Line("HX-B", 3, 60, 7.8m)),
        Sale("HX-D3", "2026-03-03", Line("HX-A", 2, 40, 5.2m)),
        Sale("HX-D4", "2026-03-04", Line("HX-B", 4, 80, 10.4m)),
        Invoice("HX-I1", "2026-03-05", "HX-D2", Line("HX-A", 3, 0, 0), Line("HX-B", 3, 0, 0)),
        Invoice("HX-I2", "2026-03-05", "HX-D4", Line("HX-B", 4, 0, 0)),
        Of(DocumentKind.SaleReturn, "HX-T1", "2026-03-06", Customer) with
        {
            OriginalNo = "HX-D4", Tender = Tender.Account, Lines = [Line("HX-B", 1, 20, 2.6m)],
        },
        Invoice("HX-I3", "2026-03-07", "HX-I1", Line("HX-A", 1, 0, 0)) with { Kind = DocumentKind.RedInvoice },
    ];

    private static IEnumerable<Submission> Spending =>
    [
        Of(DocumentKind.MoneyReceipt, "HX-R2", "2026-02-20", Customer) with
        {
            MoneyLines = [Amount("1002", 500)], RestAccount = Account.AdvanceReceived,
        },
        Of(DocumentKind.MoneyPayment, "HX-Y1", "2026-03-07", Customer) with
        {
            MoneyLines = [Amount("1002", 200)], Settles = [Item(DocumentKind.MoneyReceipt, "HX-R2", 200)],
        },
        Of(DocumentKind.AdvanceExpense, "HX-X1", "2026-03-01", Supplier) with { MoneyLines = [Amount("6601", 300)] },
        Of(DocumentKind.AdvanceExpenseSettlement, "HX-X2", "2026-03-08", Supplier) with
        {
            MoneyLines = [Amount("2202", 200), Amount("6601", 50)],
            Settles = [Item(DocumentKind.AdvanceExpense, "HX-X1", 250)],
        },
        Of(DocumentKind.Expense, "HX-E1", "2026-03-09", "") with
        {
            MoneyLines = [Amount("6601", 300) with { DepartmentCode = Department }],
        },
    ];

    /// <summary>Of four coupons one is revoked, one used, one expired, one open.</summary>
    private static IEnumerable<Submission> Coupons =>
    [
        Of(DocumentKind.CouponIssue, "HX-K1", "2026-02-01", "") with
        {
            Coupons =
            [
                new CouponPart("HX-K1-1", Money.Round(5)), new CouponPart("HX-K1-2", Money.Round(5)),
                new CouponPart("HX-K1-3", Money.Round(7)) { ValidTo = new(2026, 3, 19) },
            ],
        },
        Of(DocumentKind.CouponIssue, "HX-K2", "2026-02-01", "") with
        {
            Coupons = [new CouponPart("HX-K2-1", Money.Round(9))],
        },
        new Reversal("coupon_issue:HX-K2", "HX-K2-R") { BusinessAt = At("2026-02-12") },
        Of(DocumentKind.Sale, "HX-D5", "2026-02-10", "") with
        {
            Lines = [Line("HX-A", 1, 20, 2.6m)],
            Tenders =
            [
                new TenderPart("QUAN", Money.Round(5)) { CouponCode = "HX-K1-1" },
                new TenderPart("CASH", Money.Round(17.6m)),
            ],
        },
    ];

    private static Document Of(DocumentKind kind, string number, string date, string party) =>
        new(kind, number, At(date))
        {
            StoreCode = Store, PartyCode = party, Lines = [],
        };

    private static DateTimeOffset At(string date) =>
        new(DateTime.Parse(date, CultureInfo.InvariantCulture).AddHours(10), TimeSpan.FromHours(8));

    private static Document Sale(string number, string date, params DocumentLine[] lines) =>
        Of(DocumentKind.Sale, number, date, Customer) with { Tender = Tender.Account, Lines = lines };

    private static Document Invoice(string number, string date, string over, params DocumentLine[] lines) =>
        Of(DocumentKind.SalesInvoice, number, date, Customer) with
        {
            OriginalNo = over, Invoice = new Invoice(InvoiceKind.General, number), Lines = lines,
        };

    private static DocumentLine Line(string item, decimal qty, decimal net, decimal tax) =>
        new(item, Qty.Round(qty), Money.Round(net)) { TaxAmount = Money.Round(tax), TaxRate = 0.13m };

    private static MoneyLine Amount(string account, decimal amount) => new(account, Money.Round(amount));

    private static Settlement Item(DocumentKind kind, string number, decimal amount) =>
        new(OpenItemRef.Of(kind, number), Money.Round(amount));
}
