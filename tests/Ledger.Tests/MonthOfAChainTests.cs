using Analytics.Ledger.Accounting;
using Analytics.Ledger.MonthEnd;
using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;
using Books = Analytics.Ledger.Tests.Retail.RetailBook;

namespace Analytics.Ledger.Tests;

/// <summary>January of a chain, lived through: a depot that buys and sells wholesale, two shops, and at the end of the
/// month a trial balance, a stock and open items that were written out by hand.</summary>
/// <remarks>One item. It costs 10 when the month begins; the invoice for what January brings says 12, so that it costs
/// 11 in the depot (2,200 ÷ 200), and 12 in the shop that gets it at that price.</remarks>
public sealed class MonthOfAChainTests
{
    private const string Depot = StrictStore;
    private const string Wholesale = "C2";

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 1, 31);

    [Fact]
    public async Task A_month_of_a_chain_ends_as_it_does_by_hand()
    {
        await using var book = await BeginAsync();
        await BuyAndSellWholesaleAsync(book);
        await MoveGoodsAsync(book);
        await KeepShopAsync(book);
        await LookAfterStockAsync(book);
        await SettleAsync(book);
        await SettleWithTheOfficeAsync(book);

        await AccountsAreAsync(book,
            ("1001", 39.4m),      // tickets 63, given back 22.60, short 1
            ("1002", 1986.5m),    // capital 2,000, advance 500, collected 499.50 and 40, paid 1,000 and 53
            ("1012", 40m),        // one ticket by phone
            ("1122", 452m),       // the second delivery: 252 with its buyer, 200 taken over
            ("1221", 45m),        // rebate not yet received 40, the office's deposit 5
            ("1405", 1592m),      // 550 + 624 + 418
            ("1407", -60m),       // 60 went to the shop at 1 above cost
            ("2202", -296m),      // invoice 1,356, less rebate 60, paid 1,000
            ("2203", -322m),      // advance 500, of which 178 used
            ("2221", 14m),        // input 156 + 3, output 78 + 52 + 13 + 4.60 - 2.60
            ("4104", -3000m),     // capital 2,000, opening stock 1,000
            ("6001", -1115.4m),   // 600 + 400 + 100 + 35.40 - 20
            ("6401", 534m),       // 330 + 220 + 60 + 24 + 12 (a gift) - 12 (a return) - 100 (rebate)
            ("6601", 0.5m),       // rounding-off
            ("6602", 62m),        // rent 50, lost in the shop 12
            ("6711", 28m));       // broken 22, deducted by the office 5, short at the till 1
        Stock(book).Should().Equal((Store, 52m, 624m), (OtherStore, 38m, 418m), (Depot, 50m, 550m));
        Open(book).Should().BeEquivalentTo(new[]
        {
            ("1122 C2 sale D2", 252m),
            ("1122 C1 write_off W2", 200m),
            ("1221 V1 supplier_rebate B1", 40m),
            ("1221 O1 insurance_review Y2", 5m),
            ("2202 V1 purchase_invoice I1", -296m),
            ("2203 C2 money_receipt M1", -322m),
        });
        await CloseTheMonthAsync(book);
        await book.VerifiesAsync();
    }

    /// <summary>The owner puts in 2,000; 100 stand in the depot at 10.</summary>
    private static async Task<TestBook> BeginAsync()
    {
        var book = await TestBook.CreateAsync();
        foreach (var master in Books.Masters)
        {
            await book.PostedAsync(master);
        }

        await book.PostedAsync(Of(DocumentKind.JournalVoucher, "J1", "2026-01-01", "") with
        {
            MoneyLines =
            [
                new MoneyLine("1002", Yuan(2000)), new MoneyLine("4104", Yuan(2000)) { Side = MoneySide.Credit },
            ],
        });
        await book.PostedAsync(At(Depot, DocumentKind.OpeningStock, "S1", "2026-01-01", Line(100, 1000)));
        return book;
    }

    /// <summary>200 are ordered, 100 come before their invoice; of 80 that a customer ordered, 30 go before the
    /// invoice comes and 20 after; what is not delivered is given up.</summary>
    private static async Task BuyAndSellWholesaleAsync(TestBook book)
    {
        await book.PostedAsync(At(Depot, DocumentKind.PurchaseOrder, "PO1", "2026-01-02", Taxed(200, 2000, 260)) with
        {
            PartyCode = Supplier,
        });
        await book.PostedAsync(At(Depot, DocumentKind.PurchaseReceipt, "R1", "2026-01-03", Taxed(100, 1000, 130)) with
        {
            PartyCode = Supplier, Tender = Tender.Account, OriginalNo = "PO1", IsEstimated = true,
        });
        await book.PostedAsync(At(Depot, DocumentKind.SalesOrder, "SO1", "2026-01-04", Taxed(80, 1600, 208)) with
        {
            PartyCode = Wholesale, Reserves = true,
        });
        await book.PostedAsync(Delivery("D1", "2026-01-05", 30, 600, 78));

        // 200 dearer than it was thought to be: 170 stay on what is there, 30 go to what was sold.
        await book.PostedAsync(
            At(Depot, DocumentKind.PurchaseInvoice, "I1", "2026-01-08", Taxed(100, 1200, 156)) with
            {
                PartyCode = Supplier, Tender = Tender.Account, OriginalNo = "R1",
                Invoice = new Invoice(InvoiceKind.Special, "I1") { InvoiceCode = "3100" },
            });
        await book.PostedAsync(Delivery("D2", "2026-01-12", 20, 400, 52));
        (await book.PostAsync(new Termination("sales_order:SO1"))).Should().BeOfType<PostResult.Held>();
        (await book.PostAsync(new Termination("purchase_order:PO1"))).Should().BeOfType<PostResult.Held>();
    }

    /// <summary>60 go to one shop at 12, which is 1 above cost; 40 to the other at what they cost.</summary>
    private static async Task MoveGoodsAsync(TestBook book)
    {
        await book.PostedAsync(At(Depot, DocumentKind.Transfer, "T1", "2026-01-09", Line(60, 720)) with
        {
            ToDepotCode = Store,
        });
        await book.PostedAsync(At(Depot, DocumentKind.Transfer, "T2", "2026-01-09", Line(40, 0)) with
        {
            ToDepotCode = OtherStore,
        });
    }

    /// <summary>One ticket partly on the insurance; one with a gift, and a coupon of 5.20; the till is 1 short; a pack
    /// comes back without its ticket.</summary>
    private static async Task KeepShopAsync(TestBook book)
    {
        await book.PostedAsync(Of(DocumentKind.CouponIssue, "K0", "2026-01-09", "") with
        {
            Coupons = [new CouponPart("K1", Yuan(5.2m))],
        });
        await book.PostedAsync(Ticket("X1", "2026-01-10", Taxed(5, 100, 13)) with
        {
            Tenders = [Pay("CASH", 63), Pay("YB", 50) with { Reference = "Z1", VisitNo = "Q1", Scheme = "310" }],
        });
        await book.PostedAsync(
            Ticket("X2", "2026-01-10", Taxed(2, 40, 5.2m), Line(1, 0) with { Purpose = LinePurpose.Gift }) with
            {
                Tenders = [Pay("CP", 5.2m) with { CouponCode = "K1" }, Pay("WX", 40)],
            });
        await book.PostedAsync(Of(DocumentKind.DayClose, "E1", "2026-01-10", "") with
        {
            Counts = [new TillCount("CASH", Yuan(62)), new TillCount("WX", Yuan(40))],
        });
        await book.PostedAsync(Return("X3", "2026-01-11", "", Taxed(1, 20, 2.6m)));
    }

    /// <summary>One pack is missing in the one shop, two are broken in the other.</summary>
    private static async Task LookAfterStockAsync(TestBook book)
    {
        await book.PostedAsync(At(Store, DocumentKind.StockCount, "N1", "2026-01-15", Line(52, 0)));
        await book.PostedAsync(At(OtherStore, DocumentKind.StockDamage, "N2", "2026-01-15", Line(2, 0)));
        await book.PostedAsync(Of(DocumentKind.LossSettlement, "N3", "2026-01-16", "") with
        {
            MoneyLines = [new MoneyLine("6602", Yuan(12)), new MoneyLine("6711", Yuan(22))],
        });
    }

    /// <summary>A rebate of 100, of which 60 off what is owed; an advance; a collection that forgives 0.50; a debt that
    /// another customer takes over; the supplier and the rent are paid.</summary>
    private static async Task SettleAsync(TestBook book)
    {
        await book.PostedAsync(Of(DocumentKind.SupplierRebate, "B1", "2026-01-18", Supplier) with
        {
            MoneyLines = [new MoneyLine("6401", Yuan(100))],
        });
        await book.PostedAsync(Of(DocumentKind.SupplierRebateReceipt, "B2", "2026-01-20", Supplier) with
        {
            MoneyLines = [new MoneyLine("2202", Yuan(60))],
            Settles = [Part(OpenItemRef.Of(DocumentKind.SupplierRebate, "B1"), 60)],
        });
        await book.PostedAsync(Auto("B3", "2026-01-20", Supplier, "2202"));
        await book.PostedAsync(Of(DocumentKind.MoneyReceipt, "M1", "2026-01-19", Wholesale) with
        {
            MoneyLines = [new MoneyLine("1002", Yuan(500))], RestAccount = Account.AdvanceReceived,
        });
        await book.PostedAsync(Off(WriteOffKind.AdvanceToReceivable, "W1", "2026-01-22", Wholesale,
            Part(TheSale("D1"), 178)) with { Against = [Part(TheReceipt("M1"), 178)] });
        await book.PostedAsync(Of(DocumentKind.MoneyReceipt, "M2", "2026-01-22", Wholesale) with
        {
            MoneyLines = [new MoneyLine("1002", Yuan(499.5m))], Settles = [Part(TheSale("D1"), 499.5m)],
        });
        await book.PostedAsync(Off(WriteOffKind.SalesDiscount, "W0", "2026-01-22", Wholesale, Part(TheSale("D1"))));
        await book.PostedAsync(Off(WriteOffKind.ReceivableTransfer, "W2", "2026-01-23", Wholesale,
            Part(TheSale("D2"), 200)) with { ToPartyCode = Customer, KeepsOriginDate = true });
        await book.PostedAsync(Of(DocumentKind.MoneyPayment, "M3", "2026-01-25", Supplier) with
        {
            MoneyLines = [new MoneyLine("1002", Yuan(1000))], Settles = [Part(TheInvoice with { Account = "2202" })],
        });
        await book.PostedAsync(Of(DocumentKind.Expense, "F1", "2026-01-26", "") with
        {
            MoneyLines = [new MoneyLine("6602", Yuan(50)) { TaxAmount = Yuan(3) }], MoneyAccount = "1002",
        });
    }

    /// <summary>50 are claimed; 5 deducted, 5 retained, 40 paid.</summary>
    private static async Task SettleWithTheOfficeAsync(TestBook book)
    {
        var claim = OpenItemRef.Of(DocumentKind.InsuranceClaim, "Y1") with { LineNo = 2 };
        await book.PostedAsync(Of(DocumentKind.InsuranceClaim, "Y1", "2026-01-28", Office) with
        {
            Claim = new ClaimPart(202601, "310", [new FundAmount("统筹", Yuan(50))]),
            Settles = [Part(TheSale("X1"))],
        });
        await book.PostedAsync(Of(DocumentKind.InsuranceReview, "Y2", "2026-01-29", Office) with
        {
            MoneyLines = [new MoneyLine("6711", Yuan(5)), new MoneyLine("1221", Yuan(5))],
            Settles = [Part(claim, 10)],
        });
        await book.PostedAsync(Of(DocumentKind.MoneyReceipt, "Y3", "2026-01-30", Office) with
        {
            MoneyLines = [new MoneyLine("1002", Yuan(40))], Settles = [Part(claim)],
        });
    }

    /// <summary>Nothing stands in the way of closing; afterwards January takes no more, and February goes on.</summary>
    private static async Task CloseTheMonthAsync(TestBook book)
    {
        await using (var view = await book.Book.ReadAsync(default))
        {
            (await new Checklist(view).ReadAsync(First, Last, default)).Should().OnlyContain(check => check.Count == 0);
        }

        await book.PostedAsync(new PeriodClose(Last));
        (await book.RefusedAsync(Ticket("X9", "2026-01-31", Taxed(1, 20, 2.6m)))).Reason
            .Should().Be(RefusalReason.ClosedPeriod);
        await book.PostedAsync(Ticket("X9", "2026-02-01", Taxed(1, 20, 2.6m)));
    }

    private static async Task AccountsAreAsync(TestBook book, params (string Account, decimal Closing)[] byHand)
    {
        await using var view = await book.Book.ReadAsync(default);
        var trial = await new Statements(view).TrialBalanceAsync(First, Last, null, default);
        trial.Select(total => (total.Account, total.Closing.ToDecimal()))
            .Where(total => total.Item2 != 0).Should().Equal(byHand);
        trial.Sum(total => total.Debit.ToDecimal()).Should().Be(trial.Sum(total => total.Credit.ToDecimal()));
    }

    private static OpenItemRef TheInvoice => OpenItemRef.Of(DocumentKind.PurchaseInvoice, "I1");

    private static Document Of(DocumentKind kind, string number, string date, string party) =>
        new(kind, number, Day(date)) { StoreCode = Store, PartyCode = party, Lines = [] };

    private static Document At(
        string depot, DocumentKind kind, string number, string date, params DocumentLine[] lines) =>
        new(kind, number, Day(date)) { StoreCode = depot, Lines = lines };

    private static Document Delivery(string number, string date, decimal qty, decimal net, decimal tax) =>
        At(Depot, DocumentKind.Sale, number, date, Taxed(qty, net, tax)) with
        {
            PartyCode = Wholesale, Tender = Tender.Account, OriginalNo = "SO1",
        };

    private static Document Ticket(string number, string date, params DocumentLine[] lines) =>
        Sale(number, date, lines);

    private static DocumentLine Taxed(decimal qty, decimal net, decimal tax) =>
        Line(qty, net) with { TaxAmount = Yuan(tax), TaxRate = 0.13m };

    private static Money Yuan(decimal amount) => Money.Round(amount);

    /// <summary>What is open: account, party and document, and what is left.</summary>
    private static List<(string Item, decimal Left)> Open(TestBook book) => book.Query(
        "select item.account || ' ' || party.party_code || ' ' || document.kind || ' ' || document.document_no, "
        + "item.remaining from state_open_item item join document on document.seq = item.seq "
        + "join party on party.version_id = item.party_id",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Money.Scale));

    private static List<(string Depot, decimal Qty, decimal Value)> Stock(TestBook book) => book.Query(
        "select (select max(store_code) from store where store_id = depot_id), sum(qty), sum(value) "
        + "from stock_movement group by depot_id order by 1",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Qty.Scale, (decimal)row.GetInt64(2) / Money.Scale));
}
