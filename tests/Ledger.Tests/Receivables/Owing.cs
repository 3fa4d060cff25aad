using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Receivables;

/// <summary>Documents that leave something owed, and a book with parties that owe it.</summary>
internal static class Owing
{
    public const string OtherCustomer = "C2";
    public const string OtherSupplier = "V2";
    public const string Both = "B1";

    public static async Task<TestBook> BookAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new PartyMaster(OtherCustomer, "李小红") { IsCustomer = true });
        await book.PostedAsync(new PartyMaster(OtherSupplier, "同德医药") { IsSupplier = true });
        await book.PostedAsync(new PartyMaster(Both, "百姓商贸") { IsCustomer = true, IsSupplier = true });
        return book;
    }

    public static Document Sold(string number, string date, decimal amount, string party = Customer) =>
        Sale(number, date, Line(1, amount)) with { PartyCode = party, Tender = Tender.Account };

    public static Document BroughtBack(string number, string date, decimal amount, string party = Customer) =>
        Return(number, date, "", Line(1, amount)) with { PartyCode = party, Tender = Tender.Account };

    public static Document Bought(string number, string date, decimal amount, string party = Supplier) =>
        Receipt(number, date, Line(1, amount)) with { PartyCode = party };

    public static Document Received(
        string number, string date, string party, decimal amount, params Settlement[] settles) =>
        Money(DocumentKind.MoneyReceipt, number, date, party, amount) with { Settles = settles };

    public static Document Paid(
        string number, string date, string party, decimal amount, params Settlement[] settles) =>
        Money(DocumentKind.MoneyPayment, number, date, party, amount) with { Settles = settles };

    public static Document Advance(string number, string date, decimal amount, string party = Customer) =>
        Received(number, date, party, amount) with { RestAccount = Account.AdvanceReceived };

    public static Document AdvancePaid(string number, string date, decimal amount, string party = Supplier) =>
        Paid(number, date, party, amount) with { RestAccount = Account.AdvancePaid };

    public static WriteOff Off(
        WriteOffKind kind, string number, string date, string party, params Settlement[] items) =>
        new(kind, number, Date(date)) { PartyCode = party, StoreCode = Store, Items = items };

    public static Allocation Settle(string number, string date, params AllocationPair[] pairs) =>
        new(number, Date(date)) { Pairs = pairs };

    public static AllocationReversal TakeBack(string number, string date, string kind, string of) =>
        new(number, Date(date)) { OfKind = kind, OfNo = of };

    public static AutoAllocation Auto(string number, string date, string party, string account = Account.Receivable) =>
        new(number, Date(date)) { Account = account, PartyCode = party };

    public static AllocationPair Pair(OpenItemRef debit, OpenItemRef credit, decimal amount) =>
        new(debit, credit, Ledger.Money.Round(amount));

    public static Settlement Part(OpenItemRef item, decimal? amount = null) =>
        new(item, amount is { } part ? Ledger.Money.Round(part) : null);

    public static OpenItemRef TheSale(string number) => OpenItemRef.Of(DocumentKind.Sale, number);

    public static OpenItemRef TheReturn(string number) => OpenItemRef.Of(DocumentKind.SaleReturn, number);

    public static OpenItemRef ThePurchase(string number) => OpenItemRef.Of(DocumentKind.PurchaseReceipt, number);

    public static OpenItemRef TheReceipt(string number) => OpenItemRef.Of(DocumentKind.MoneyReceipt, number);

    public static OpenItemRef ThePayment(string number) => OpenItemRef.Of(DocumentKind.MoneyPayment, number);

    public static DateOnly Date(string date) =>
        DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is open, as "account party document amount-left".</summary>
    public static List<string> Open(this TestBook book) => book.Query(
        "select s.account || ' ' || coalesce(p.party_code, '-') || ' ' || d.kind || ' ' || d.document_no, s.remaining "
        + "from state_open_item s join document d on d.seq = s.seq "
        + "left join party p on p.version_id = s.party_id order by s.seq, s.line_no",
        row => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{row.GetString(0)} {row.GetInt64(1) / 10_000m:0.0###}"));

    public static decimal Balance(this TestBook book, string account) => book.Number(
        $"select coalesce(sum(amount), 0) from state_balance where account = '{account}'") / 10_000m;

    private static Document Money(DocumentKind kind, string number, string date, string party, decimal amount) =>
        new(kind, number, Day(date))
        {
            StoreCode = Store,
            PartyCode = party,
            Lines = [],
            MoneyLines = [new MoneyLine(Account.Bank, Ledger.Money.Round(amount))],
        };
}
