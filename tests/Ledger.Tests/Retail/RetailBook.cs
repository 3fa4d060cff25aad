using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>The ready book, with means of payment, a level of members and price lists.</summary>
internal static class RetailBook
{
    public const string Office = "O1";
    public const string Platform = "P1";

    public static IReadOnlyList<Submission> Masters =>
    [
        new PartyMaster(Office, "市医保局") { Term = new PaymentTerm(TermKind.Days, 30) },
        new PartyMaster(Platform, "外卖平台"),
        new PartyMaster("C2", "李四") { IsCustomer = true },
        new EmployeeMaster("E2", "赵店员", Store),
        new TenderMaster("CASH", "现金", TenderKind.Cash),
        new TenderMaster("WX", "微信", TenderKind.Wechat) { FeeRate = 0.006m },
        new TenderMaster("O2O", "外卖", TenderKind.Other)
        {
            AccountCode = Account.Receivable, PartyCode = Platform, FeeRate = 0.05m,
        },
        new TenderMaster("YB", "医保统筹", TenderKind.InsurancePool) { PartyCode = Office },
        new TenderMaster("CARD", "储值卡", TenderKind.StoredValue),
        new TenderMaster("ACC", "挂账", TenderKind.OnAccount),
        new TenderMaster("PT", "积分抵现", TenderKind.Points) { IsDiscount = true },
        new TenderMaster("CP", "店铺券", TenderKind.Coupon) { IsDiscount = true },
        new TenderMaster("CPS", "厂家券", TenderKind.Coupon),
        new TenderMaster("RND", "抹零", TenderKind.Rounding) { IsDiscount = true },
        new PriceListMaster("RETAIL", "零售价") { IncludesTax = true },
        new PriceListMaster("VIP", "会员价") { IncludesTax = true },
        new MemberLevelMaster("SILVER", "银卡") { Rank = 1, PointsRate = 1, PointValue = 0.01m },
        new MemberLevelMaster("GOLD", "金卡")
        {
            Rank = 2, PointsRate = 2, PointValue = 0.01m, PriceListCode = "VIP", LeastSpent = Money.Round(500),
        },
    ];

    public static async Task<TestBook> CreateAsync()
    {
        var book = await TestBook.CreateAsync();
        foreach (var master in Masters)
        {
            await book.PostedAsync(master);
        }

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(1000, 5000), Line(1000, 2000, OtherItem)));
        return book;
    }

    public static Document Ticket(string number, string date, params TenderPart[] tenders) =>
        Sale(number, date, Line(2, 60)) with { Tenders = tenders };

    public static TenderPart Pay(string tender, decimal amount) => new(tender, Money.Round(amount));

    public static Document Of(DocumentKind kind, string number, string date) =>
        new(kind, number, Day(date)) { StoreCode = Store, PartyCode = Customer, Lines = [] };

    public static Document TopUp(string number, decimal cash, decimal bonus = 0) =>
        Of(DocumentKind.TopUp, number, "2026-01-02") with
        {
            Tenders = [Pay("CASH", cash)], Bonus = Money.Round(bonus),
        };

    public static Document LevelChange(string number, string level, string date = "2026-01-02") =>
        Of(DocumentKind.MemberLevelChange, number, date) with { MemberLevelCode = level };

    /// <summary>Balance of an account, a debit above zero.</summary>
    public static decimal Balance(this TestBook book, string account) => (decimal)book.Number(
        $"select cast(coalesce(sum(amount), 0) as bigint) from state_balance where account = '{account}'")
        / Money.Scale;

    /// <summary>What a member holds.</summary>
    public static decimal Held(this TestBook book, string measure, string party = Customer) => (decimal)book.Number(
        $"select cast(coalesce(sum(total), 0) as bigint) from state_member_total where measure = '{measure}' "
        + $"and party_id = (select min(party_id) from party where party_code = '{party}')") / Money.Scale;

    /// <summary>All balances that are not nothing, a debit above zero.</summary>
    public static Dictionary<string, decimal> Balances(this TestBook book) => book.Query(
        "select account, cast(sum(amount) as bigint) from state_balance group by account having sum(amount) <> 0",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Money.Scale)).ToDictionary();

    public static async Task VerifiesAsync(this TestBook book)
    {
        var report = await BookVerifier.VerifyAsync(book.Book, [], null, default);
        report.Findings.Should().BeEmpty();
    }
}
