using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Purchasing;

/// <summary>Documents of purchase as tests write them, and what a book says after them.</summary>
internal static class Buying
{
    public const string OtherSupplier = "V2";

    /// <summary>What a reversal must restore beside what every kind does.</summary>
    public static readonly string[] Kept =
    [
        "select 'accrual', seq, line_no, qty, amount from state_accrual where qty <> 0 or amount <> 0",
        "select 'paid', seq, line_no, amount from state_request_paid where amount <> 0",
        "select 'invoiced', seq, line_no, qty, net_amount, tax_amount from state_invoiced where qty <> 0",
        "select 'number', invoice_code, invoice_no, seq from state_invoice_no",
        "select 'price', item_id, party_id, business_at, seq, qty, net_amount from state_purchase_price",
    ];

    public static async Task<TestBook> CreateAsync()
    {
        var book = await TestBook.CreateAsync();
        await book.PostedAsync(new PartyMaster(OtherSupplier, "大通物流") { IsSupplier = true });
        return book;
    }

    public static Document Bought(DocumentKind kind, string number, string date, params DocumentLine[] lines) =>
        new(kind, number, Day(date))
        {
            StoreCode = Store, PartyCode = Supplier, Tender = Tender.Account, Lines = lines,
        };

    public static DocumentLine Taxed(decimal qty, decimal net, decimal tax, string item = Item) =>
        Line(qty, net, item) with { TaxAmount = Money.Round(tax), TaxRate = 0.13m };

    public static Document Invoice(string number, string date, string over, params DocumentLine[] lines) =>
        Bought(DocumentKind.PurchaseInvoice, number, date, lines) with
        {
            OriginalNo = over, Invoice = new Invoice(InvoiceKind.Special, number) { InvoiceCode = "3100" },
        };

    /// <summary>Balances other than zero, by account: <c>1405 240, 2202 -248.6</c>.</summary>
    public static string Balances(TestBook book) => string.Join(", ", book.Query(
        "select account, sum(amount) from state_balance group by account having sum(amount) <> 0 order by account",
        row => $"{row.GetString(0)} {Text(Convert.ToInt64(row.GetValue(1), Culture))}"));

    /// <summary>What is open, by account and document.</summary>
    public static string Open(TestBook book) => string.Join(", ", book.Query(
        "select account, document_no, remaining from state_open_item join document using (seq) order by account, seq",
        row => $"{row.GetString(0)} {row.GetString(1)} {Text(row.GetInt64(2))}"));

    public static async Task VerifiesAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();

    public static async Task RefusesAsync(TestBook book, RefusalReason reason, Submission submission) =>
        (await book.RefusedAsync(submission)).Reason.Should().Be(reason);

    /// <summary>Debits are credits, inventory is the pools, open items are the balances.</summary>
    public static void IsWhole(TestBook book)
    {
        book.Number("select coalesce(sum(amount), 0) from state_balance").Should().Be(0);
        book.Number(
            "select coalesce((select sum(value) from state_pool), 0) - "
            + "coalesce((select sum(amount) from state_balance where account = '1405'), 0)").Should().Be(0);
        book.Number(
            "select count(*) from (select account, party_id, amount from state_balance "
            + "where account in ('1122', '2202', '220202') and amount <> "
            + "coalesce((select sum(remaining) from state_open_item as item where item.account = state_balance.account "
            + "and item.party_id = state_balance.party_id), 0)) as off").Should().Be(0);
        book.Number(
            "select coalesce((select sum(amount) from state_accrual), 0) + "
            + "coalesce((select sum(amount) from state_balance where account = '220202'), 0)").Should().Be(0);
    }

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static string Text(long units) => ((decimal)units / Money.Scale).ToString("0.####", Culture);
}
