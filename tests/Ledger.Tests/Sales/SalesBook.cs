using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Sales;

/// <summary>Documents around orders, as the tests here write them, and what they ask of the book.</summary>
internal static class SalesBook
{
    public const string OtherCustomer = "C2";

    public static async Task<TestBook> CreateAsync()
    {
        var book = await TestBook.CreateAsync();
        await book.PostedAsync(new PartyMaster(OtherCustomer, "李四") { IsCustomer = true });
        await book.PostedAsync(new ListValueMaster(ListKind.Reason, "SHORT", "缺货"));
        await book.PostedAsync(new ListValueMaster(ListKind.Project, "P1", "一号工地"));
        return book;
    }

    /// <summary>A document of the customer, on account.</summary>
    public static Document Of(DocumentKind kind, string number, string date, params DocumentLine[] lines) =>
        new(kind, number, Day(date))
        {
            StoreCode = Store, PartyCode = Customer, Tender = Tender.Account, Lines = lines,
        };

    public static DocumentLine Vouchers(decimal qty, decimal net, string series, long from, long to) =>
        Line(qty, net) with { Vouchers = new VoucherRange(series, from, to) };

    /// <summary>What every account stands at, those at zero left out.</summary>
    public static List<(string Account, decimal Amount)> Balances(TestBook book) => book.Query(
        "select account, sum(amount) from state_balance group by account having sum(amount) <> 0 order by account",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Money.Scale));

    public static decimal Balance(TestBook book, string account) => (decimal)book.Number(
        $"select cast(coalesce(sum(amount), 0) as bigint) from state_balance where account = '{account}'")
        / Money.Scale;

    public static decimal OnHand(TestBook book) =>
        (decimal)book.Number("select cast(coalesce(sum(qty), 0) as bigint) from state_pool") / Qty.Scale;

    public static async Task<RefusalReason> RefusedAsync(TestBook book, Submission submission) =>
        (await book.RefusedAsync(submission)).Reason;

    /// <summary>Nothing is lost: debits are credits, inventory is what the pools are worth, open items are the
    /// balances, and verification finds nothing.</summary>
    public static async Task IsConservedAsync(TestBook book)
    {
        Balances(book).Sum(balance => balance.Amount).Should().Be(0);
        Balance(book, "1405").Should().Be(
            (decimal)book.Number("select cast(coalesce(sum(value), 0) as bigint) from state_pool") / Money.Scale);
        book.Number(
                "select cast(coalesce(sum(movement.qty), 0) as bigint) - (select cast(coalesce(sum(qty), 0) as bigint) "
                + "from state_pool) from stock_movement movement")
            .Should().Be(0);
        book.Number(
                "select cast(coalesce(sum(amount), 0) as bigint) - (select cast(coalesce(sum(remaining), 0) as bigint) "
                + "from state_open_item) from state_balance "
                + "where account in ('1122', '1123', '1221', '2202', '2203', '2241')")
            .Should().Be(0);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }
}
