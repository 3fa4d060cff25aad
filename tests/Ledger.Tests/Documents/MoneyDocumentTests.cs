using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>Expenses, incomes, advances, rebates, claims on the office of medical insurance, vouchers: each by an
/// example
/// with its figures by hand.</summary>
public sealed class MoneyDocumentTests
{
    private const string Office = "YB";

    [Fact]
    public async Task An_expense_books_expense_and_input_tax_against_the_bank()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Money(DocumentKind.Expense, "F1",
            new MoneyLine("6601", Money(500)) { TaxAmount = Money(30) },
            new MoneyLine("6602", Money(200))) with { MoneyAccount = "1002" });

        Balances(book).Should().BeEquivalentTo(new[] { ("6601", 500m), ("2221", 30m), ("6602", 200m),
            ("1002", -730m) });
    }

    [Fact]
    public async Task An_expense_on_account_is_owed_to_its_party()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Money(DocumentKind.Expense, "F1", new MoneyLine("6601", Money(500))) with
        {
            PartyCode = Supplier, Tender = Tender.Account, DueDate = new DateOnly(2026, 3, 1),
        });

        Balances(book).Should().BeEquivalentTo(new[] { ("6601", 500m), ("2241", -500m) });
        book.Query("select account, due_date, remaining from state_open_item",
            row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2)))
            .Should().Equal(("2241", 20260301, -5_000_000));
    }

    [Fact]
    public async Task Expenses_follow_their_request_account_by_account_and_never_beyond_it()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Money(
            DocumentKind.ExpenseRequest, "Q1", new MoneyLine("6601", Money(500)), new MoneyLine("6602", Money(100))));

        await book.PostedAsync(Money(DocumentKind.Expense, "F1", new MoneyLine("6601", Money(300))) with {
            OriginalNo = "Q1" });
        var tooMuch = await book.RefusedAsync(
            Money(DocumentKind.Expense, "F2", new MoneyLine("6601", Money(201))) with { OriginalNo = "Q1" });
        var other = await book.RefusedAsync(
            Money(DocumentKind.Expense, "F2", new MoneyLine("6603", Money(1))) with { OriginalNo = "Q1" });

        tooMuch.Reason.Should().Be(RefusalReason.ExceedsOriginal);
        other.Reason.Should().Be(RefusalReason.UnknownOriginal);
        await Restores.EverythingAsync(
            book, Money(DocumentKind.Expense, "F2", new MoneyLine("6601", Money(200))) with { OriginalNo = "Q1" });
    }

    [Fact]
    public async Task Other_income_is_received_or_owed()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Money(
            DocumentKind.OtherIncome, "I1", new MoneyLine("6051", Money(100)) { TaxAmount = Money(6) }));
        await book.PostedAsync(Money(DocumentKind.OtherIncome, "I2", new MoneyLine("6301", Money(40))) with
        {
            PartyCode = Supplier, Tender = Tender.Account,
        });

        Balances(book).Should().BeEquivalentTo(
            new[] { ("1001", 106m), ("6051", -100m), ("2221", -6m), ("1221", 40m), ("6301", -40m) });
    }

    [Fact]
    public async Task Money_moves_between_accounts_of_the_company_with_its_charges()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new AccountMaster("1002", "银行存款", AccountKind.Asset));
        await book.PostedAsync(new AccountMaster("100201", "工商银行", AccountKind.Asset) { ParentCode = "1002" });

        await book.PostedAsync(Money(DocumentKind.FundTransfer, "T1",
            new MoneyLine("100201", Money(990)), new MoneyLine("6603", Money(10))));
        var toItself = await book.RefusedAsync(Money(DocumentKind.FundTransfer, "T2", new MoneyLine("1001", Money(1))));

        Balances(book).Should().BeEquivalentTo(new[] { ("100201", 990m), ("6603", 10m), ("1001", -1000m) });
        toItself.Reason.Should().Be(RefusalReason.UnknownAccount);
    }

    /// <summary>800 asked for, 500 paid in money and 300 off a customer's debt; the supplier takes 600 off what is owed
    /// to
    /// him and pays 150, 50 stay with the company.</summary>
    [Fact]
    public async Task What_was_advanced_for_a_supplier_is_settled_to_the_last_yuan()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 1000)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(1, 400)) with { Tender = Tender.Account });
        await book.PostedAsync(Supplied(DocumentKind.AdvanceExpenseRequest, "AQ1", new MoneyLine("6601", Money(800))));
        await book.PostedAsync(Supplied(DocumentKind.AdvanceExpense, "AE1", new MoneyLine("6601", Money(500))) with
        {
            OriginalNo = "AQ1",
        });
        await book.PostedAsync(Supplied(
            DocumentKind.AdvanceExpense, "AE2", new MoneyLine("6601", Money(300)) { PartyCode = Customer }) with
        {
            OriginalNo = "AQ1", Tender = Tender.Account,
        });

        await book.PostedAsync(Supplied(DocumentKind.AdvanceExpenseSettlement, "AS1",
            new MoneyLine("2202", Money(600)), new MoneyLine("1002", Money(150)), new MoneyLine("6601", Money(50))) with
        {
            Settles = [Item(DocumentKind.AdvanceExpense, "AE1"), Advanced("AE2")],
        });

        var balances = Balances(book);
        balances.Should().Contain(("1221", 0m)).And.Contain(("2202", -400m)).And.Contain(("1122", 100m))
            .And.Contain(("1002", 150m)).And.Contain(("6601", 50m)).And.Contain(("1001", -500m));
        book.Number("select count(*) from state_open_item where account = '1221'").Should().Be(0);
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task What_a_supplier_grants_beyond_the_advance_is_income()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Supplied(DocumentKind.AdvanceExpense, "AE1", new MoneyLine("6601", Money(500))));

        await book.PostedAsync(Supplied(
            DocumentKind.AdvanceExpenseSettlement, "AS1", new MoneyLine("1002", Money(520))) with
        {
            Settles = [Item(DocumentKind.AdvanceExpense, "AE1")],
        });

        Balances(book).Should().BeEquivalentTo(
            new[] { ("1001", -500m), ("1002", 520m), ("1221", 0m), ("6301", -20m) });
    }

    [Fact]
    public async Task A_customers_rebate_is_earned_then_paid_and_taken_off_what_he_owes()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(1, 400)) with { Tender = Tender.Account });
        await book.PostedAsync(Sold(DocumentKind.CustomerRebate, "CR1", new MoneyLine("6601", Money(100))));

        await book.PostedAsync(Sold(DocumentKind.CustomerRebatePayment, "CP1",
            new MoneyLine("1001", Money(30)), new MoneyLine("1122", Money(50))) with
        {
            Settles = [Item(DocumentKind.CustomerRebate, "CR1")],
        });

        Balances(book).Should().Contain(("2241", -20m)).And.Contain(("1122", 350m)).And.Contain(("1001", -30m))
            .And.Contain(("6601", 100m));
        book.Number("select remaining from state_open_item where account = '2241'").Should().Be(-200_000);
    }

    [Fact]
    public async Task A_suppliers_rebate_lowers_cost_of_sales_and_is_received_in_money_and_off_the_payable()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 1000)));
        await book.PostedAsync(Supplied(DocumentKind.SupplierRebate, "SR1", new MoneyLine("6401", Money(200))));

        await book.PostedAsync(Supplied(DocumentKind.SupplierRebateReceipt, "SP1",
            new MoneyLine("1002", Money(120)), new MoneyLine("2202", Money(80))) with
        {
            Settles = [Item(DocumentKind.SupplierRebate, "SR1")],
        });

        Balances(book).Should().BeEquivalentTo(
            new[] { ("1405", 1000m), ("2202", -920m), ("1221", 0m), ("6401", -200m), ("1002", 120m) });
    }

    [Fact]
    public async Task What_is_settled_on_the_very_account_that_is_booked_is_refused()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold(DocumentKind.MoneyReceipt, "MR1", new MoneyLine("1002", Money(90))));
        await book.PostedAsync(Sold(DocumentKind.CustomerRebate, "CR1", new MoneyLine("6601", Money(100))));

        var refusal = await book.RefusedAsync(
            Sold(DocumentKind.CustomerRebatePayment, "CP1", new MoneyLine("1122", Money(90))) with
            {
                Settles = [Item(DocumentKind.MoneyReceipt, "MR1")],
            });

        refusal.Reason.Should().Be(RefusalReason.AllocationAcross);
    }

    /// <summary>1,000 claimed of two tickets that left 700 and 400 with the office; 60 deducted, 50 retained, 890 paid.
    /// </summary>
    [Fact]
    public async Task A_claim_is_declared_deducted_retained_and_paid()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(1, 700)) with {
            PartyCode = Office, Tender = Tender.Account });
        await book.PostedAsync(Sale("D2", "2026-01-03", Line(1, 400)) with {
            PartyCode = Office, Tender = Tender.Account });

        await book.PostedAsync(Claim("IC1", 1000, ("统筹", 800), ("个账", 200)) with
        {
            Settles =
            [
                Item(DocumentKind.Sale, "D1"), Item(DocumentKind.Sale, "D2") with { Amount = Money(300) },
            ],
        });
        var claimed = Open(book, "1122");
        await book.PostedAsync(Insured(DocumentKind.InsuranceReview, "IR1",
            new MoneyLine("6711", Money(60)), new MoneyLine("1221", Money(50))) with
        {
            Settles = [ClaimedItem("IC1")],
        });
        await book.PostedAsync(Insured(DocumentKind.MoneyReceipt, "MR1", new MoneyLine("1002", Money(890))) with
        {
            Settles = [ClaimedItem("IC1")],
        });

        claimed.Should().BeEquivalentTo(new[] { 100m, 1000m });
        Open(book, "1122").Should().Equal(100m);
        Open(book, "1221").Should().Equal(50m);
        Balances(book).Should().Contain(("1122", 100m)).And.Contain(("1221", 50m)).And.Contain(("6711", 60m))
            .And.Contain(("1002", 890m));
        book.Query("select month_key, scheme, fund, amount from insurance_claim order by line_no",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3)))
            .Should().Equal((202601, "职工", "统筹", 8_000_000), (202601, "职工", "个账", 2_000_000));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_claim_taken_back_and_reversed_leaves_what_the_tickets_had_left()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(1, 700)) with {
            PartyCode = Office, Tender = Tender.Account });
        await book.PostedAsync(Claim("IC1", 700, ("统筹", 700)) with { Settles = [Item(DocumentKind.Sale, "D1")] });
        (await book.RefusedAsync(new Reversal("insurance_claim:IC1", "IC1-R"))).Reason
            .Should().Be(RefusalReason.ItemAllocated);

        await book.PostedAsync(new AllocationReversal("AR1", new DateOnly(2026, 2, 1))
        {
            OfKind = "insurance_claim", OfNo = "IC1",
        });
        await book.PostedAsync(new Reversal("insurance_claim:IC1", "IC1-R") { BusinessAt = Day("2026-02-02") });

        Open(book, "1122").Should().Equal(700m);
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_voucher_books_debits_against_credits_in_their_order()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Money(DocumentKind.JournalVoucher, "V1",
            new MoneyLine("6602", Money(70)), new MoneyLine("6601", Money(50)),
            new MoneyLine("2241", Money(100)) { Side = MoneySide.Credit, PartyCode = Supplier },
            new MoneyLine("2221", Money(20)) { Side = MoneySide.Credit }));

        book.Query("select debit_account, credit_account, amount from money_movement order by line_no",
            row => (row.GetString(0), row.GetString(1), row.GetInt64(2)))
            .Should().Equal(("6602", "2241", 700_000), ("6601", "2241", 300_000), ("6601", "2221", 200_000));
        Open(book, "2241").Should().Equal(-100m);
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.UnknownAccount, Money(DocumentKind.Expense, "X", new MoneyLine("1405", Money(1))) },
        { RefusalReason.UnknownAccount, Money(DocumentKind.Expense, "X", new MoneyLine("660199", Money(1))) },
        {
            RefusalReason.UnknownAccount,
            Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(1))) with { MoneyAccount = "6602" }
        },
        { RefusalReason.CodeMissing, Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(1))) with {
            Tender = Tender.Account } },
        { RefusalReason.AmountNotPositive, Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(0))) },
        {
            RefusalReason.AmountNegative,
            Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(1)) { TaxAmount = Money(-1) })
        },
        { RefusalReason.AmountTooLarge, Money(DocumentKind.Expense, "X",
            new MoneyLine("6601", Money(10_000_000_000))) },
        { RefusalReason.UnknownMaster, Money(DocumentKind.Expense, "X",
            new MoneyLine("6601", Money(1)) { DepartmentCode = "?" }) },
        { RefusalReason.UnknownParty, Money(DocumentKind.Expense, "X",
            new MoneyLine("6601", Money(1)) { PartyCode = "?" }) },
        { RefusalReason.NoLines, Money(DocumentKind.Expense, "X") },
        { RefusalReason.LinesNotTaken, Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(1))) with {
            Lines = [Line(1, 1)] } },
        { RefusalReason.UnknownOriginal, Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(1))) with {
            OriginalNo = "?" } },
        { RefusalReason.UnknownAccount, Money(DocumentKind.OtherIncome, "X", new MoneyLine("1001", Money(1))) },
        { RefusalReason.PartNotTaken, Money(DocumentKind.FundTransfer, "X", new MoneyLine("1002", Money(1))) with {
            Tender = Tender.Account } },
        { RefusalReason.CodeMissing, Money(DocumentKind.AdvanceExpense, "X", new MoneyLine("6601", Money(1))) },
        { RefusalReason.WrongPartyRole, Money(DocumentKind.AdvanceExpense, "X", new MoneyLine("6601", Money(1))) with {
            PartyCode = Customer } },
        { RefusalReason.CodeMissing, Supplied(DocumentKind.AdvanceExpense, "X", new MoneyLine("6601", Money(1))) with {
            Tender = Tender.Account } },
        { RefusalReason.UnknownAccount, Supplied(DocumentKind.AdvanceExpenseSettlement, "X",
            new MoneyLine("6001", Money(1))) },
        { RefusalReason.UnknownAccount, Sold(DocumentKind.CustomerRebate, "X", new MoneyLine("6602", Money(1))) },
        { RefusalReason.UnknownAccount, Supplied(DocumentKind.SupplierRebate, "X", new MoneyLine("6001", Money(1))) },
        { RefusalReason.ValueMissing, Claim("X", 1) with { Claim = null } },
        { RefusalReason.NoLines, Claim("X", 1) },
        { RefusalReason.NoLines, Claim("X", 1, ("统筹", 1)) },
        { RefusalReason.PartNotTaken, Money(DocumentKind.Expense, "X", new MoneyLine("6601", Money(1))) with {
            Claim = new ClaimPart(202601, "", []) } },
        { RefusalReason.Unbalanced, Money(DocumentKind.JournalVoucher, "X", new MoneyLine("6602", Money(1))) },
        { RefusalReason.UnknownAccount, Money(DocumentKind.JournalVoucher, "X", new MoneyLine("1405", Money(1)),
            new MoneyLine("6602", Money(1)) { Side = MoneySide.Credit }) },
        { RefusalReason.CodeMissing, Money(DocumentKind.JournalVoucher, "X", new MoneyLine("1122", Money(1)),
            new MoneyLine("6602", Money(1)) { Side = MoneySide.Credit }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await BookAsync();

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    public static TheoryData<Document> Kinds => new()
    {
        Money(DocumentKind.Expense, "F1",
            new MoneyLine("6601", Money(500)) { TaxAmount = Money(30), DepartmentCode = "X1" }),
        Money(DocumentKind.OtherIncome, "I1", new MoneyLine("6301", Money(40))),
        Money(DocumentKind.FundTransfer, "T1", new MoneyLine("1002", Money(40))),
        Supplied(DocumentKind.AdvanceExpense, "AE1", new MoneyLine("6601", Money(500))),
        Sold(DocumentKind.CustomerRebate, "CR1", new MoneyLine("6001", Money(40)) { TaxAmount = Money(5) }),
        Supplied(DocumentKind.SupplierRebate, "SR1", new MoneyLine("6401", Money(40))),
        Supplied(DocumentKind.Expense, "F2", new MoneyLine("6602", Money(9))) with { Tender = Tender.Account },
        Money(DocumentKind.JournalVoucher, "V1", new MoneyLine("6602", Money(9)),
            new MoneyLine("2221", Money(9)) { Side = MoneySide.Credit }),
        Money(DocumentKind.ExpenseRequest, "Q1", new MoneyLine("6602", Money(9))),
        Supplied(DocumentKind.AdvanceExpenseRequest, "AQ1", new MoneyLine("6602", Money(9))),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Its_reversal_restores_all_that_a_document_moved(Document document)
    {
        await using var book = await BookAsync();

        await Restores.EverythingAsync(
            book, document,
            "select 'budget', account, department_id, month_key, amount from state_budget where amount <> 0");
        book.Number("select coalesce(sum(amount + tax_amount), 0) from document_money").Should().Be(0);
    }

    private static async Task<TestBook> BookAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new PartyMaster(Office, "市医保中心") { IsCustomer = true });
        await book.PostedAsync(new ListValueMaster(ListKind.Department, "X1", "市场部"));
        return book;
    }

    private static Money Money(decimal amount) => Ledger.Money.Round(amount);

    private static Document Money(DocumentKind kind, string number, params MoneyLine[] lines) =>
        new(kind, number, Day("2026-01-20")) { StoreCode = Store, Lines = [], MoneyLines = lines };

    private static Document Supplied(DocumentKind kind, string number, params MoneyLine[] lines) =>
        Money(kind, number, lines) with { PartyCode = Supplier };

    private static Document Sold(DocumentKind kind, string number, params MoneyLine[] lines) =>
        Money(kind, number, lines) with { PartyCode = Customer };

    private static Document Insured(DocumentKind kind, string number, params MoneyLine[] lines) =>
        Money(kind, number, lines) with { PartyCode = Office };

    private static Document Claim(string number, decimal total, params (string Fund, decimal Amount)[] funds) =>
        Insured(DocumentKind.InsuranceClaim, number) with
        {
            StatedTotal = null,
            Claim = new ClaimPart(202601, "职工",
                [.. funds.Select(fund => new FundAmount(fund.Fund, Money(fund.Amount)))]),
            Note = $"{total}",
        };

    private static Settlement Item(DocumentKind kind, string number) => new(OpenItemRef.Of(kind, number));

    /// <summary>What the supplier owes of an advance that left the customer an item too.</summary>
    private static Settlement Advanced(string number) =>
        new(OpenItemRef.Of(DocumentKind.AdvanceExpense, number) with { Account = "1221" });

    private static Settlement ClaimedItem(string number) =>
        new(OpenItemRef.Of(DocumentKind.InsuranceClaim, number) with { LineNo = 2 });

    private static List<(string Account, decimal Amount)> Balances(TestBook book) => book.Query(
        "select account, sum(amount) from state_balance group by account",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Ledger.Money.Scale));

    private static List<decimal> Open(TestBook book, string account) => book.Query(
        $"select remaining from state_open_item where account = '{account}' order by seq, line_no",
        row => (decimal)row.GetInt64(0) / Ledger.Money.Scale);

    private static async Task VerifiesAsync(TestBook book) =>
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
}
