using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

/// <summary>What goes beyond a budget or a limit of credit is refused, or held where a rule lets others
/// decide.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task An_expense_beyond_its_budget_is_refused_and_a_reversal_gives_the_budget_back()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new BudgetMaster("6601", 202601, Yuan(500)) { DepartmentCode = "X1" });
        await book.PostedAsync(Spend("F1", "2026-01-10", 400, "X1"));

        var beyond = await book.RefusedAsync(Spend("F2", "2026-01-11", 101, "X1"));
        await book.PostedAsync(Spend("F3", "2026-01-11", 900, ""));
        await book.PostedAsync(Spend("F4", "2026-02-01", 900, "X1"));
        await book.PostedAsync(new Reversal("expense:F1", "F1-R"));

        beyond.Should().BeEquivalentTo(new { Reason = RefusalReason.BudgetExceeded, LineNo = 1 });
        beyond.What.Should().Contain("100.00 < 101.00");
        await book.PostedAsync(Spend("F2", "2026-01-11", 500, "X1"));
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_rule_lets_another_decide_beyond_the_budget()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new BudgetMaster("6601", 202601, Yuan(500)));
        await book.PostedAsync(new ApprovalRuleMaster("B") { Trigger = ApprovalTrigger.OverBudget });

        var within = await book.PostAsync(Spend("F1", "2026-01-10", 500, "") with { Actor = "li" });
        var beyond = await book.PostAsync(Spend("F2", "2026-01-11", 1, "") with { Actor = "li" });
        var approved = await book.PostAsync(new Approval("expense:F2", true) { Actor = "wang" });

        within.Should().BeOfType<PostResult.Posted>();
        beyond.Should().BeOfType<PostResult.Held>();
        approved.Should().BeOfType<PostResult.Posted>();
    }

    public static TheoryData<RefusalReason, BudgetMaster> WrongBudgets => new()
    {
        { RefusalReason.UnknownAccount, new BudgetMaster("1405", 202601, Yuan(1)) },
        { RefusalReason.UnknownAccount, new BudgetMaster("6699", 202601, Yuan(1)) },
        { RefusalReason.DateOutOfRange, new BudgetMaster("6601", 202613, Yuan(1)) },
        { RefusalReason.UnknownMaster, new BudgetMaster("6601", 202601, Yuan(1)) { DepartmentCode = "?" } },
        { RefusalReason.AmountTooLarge, new BudgetMaster("6601", 202601, Yuan(-1)) },
    };

    [Theory]
    [MemberData(nameof(WrongBudgets))]
    public async Task A_budget_that_makes_no_sense_is_refused(RefusalReason reason, BudgetMaster budget)
    {
        await using var book = await BookAsync();

        (await book.RefusedAsync(budget)).Reason.Should().Be(reason);
    }

    [Fact]
    public async Task A_sale_on_account_beyond_the_customers_limit_is_refused_and_cash_is_not()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new CreditLimitMaster(CreditScope.Party, Customer) { Amount = Yuan(1000) });
        await book.PostedAsync(Owe("D1", "2026-01-10", 900));

        var beyond = await book.RefusedAsync(Owe("D2", "2026-01-11", 101));
        await book.PostedAsync(Owe("D3", "2026-01-11", 500) with { Tender = Tender.Cash });
        await book.PostedAsync(Owe("D2", "2026-01-11", 100));

        beyond.Reason.Should().Be(RefusalReason.CreditExceeded);
        beyond.What.Should().Contain("1000.00 < 1001.00");
    }

    [Fact]
    public async Task A_customer_with_an_item_open_beyond_his_days_buys_no_more_on_account()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new CreditLimitMaster(CreditScope.Party, Customer) { Days = 30 });
        await book.PostedAsync(Owe("D1", "2026-01-10", 900));

        await book.PostedAsync(Owe("D2", "2026-02-09", 1));
        var late = await book.RefusedAsync(Owe("D3", "2026-02-10", 1));
        await book.PostedAsync(new Document(DocumentKind.MoneyReceipt, "M1", Day("2026-02-10"))
        {
            StoreCode = Store, PartyCode = Customer, Lines = [], MoneyLines = [new MoneyLine("1001", Yuan(900))],
            Settles = [new Settlement(OpenItemRef.Of(DocumentKind.Sale, "D1"))],
        });

        late.Reason.Should().Be(RefusalReason.CreditExceeded);
        await book.PostedAsync(Owe("D3", "2026-02-10", 1));
    }

    [Theory]
    [InlineData(CreditScope.Employee, "E1")]
    [InlineData(CreditScope.Department, "X1")]
    public async Task All_that_an_employee_or_a_department_looks_after_is_limited_together(CreditScope scope,
        string code)
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new EmployeeMaster("E1", "李店长", Store) { DepartmentCode = "X1" });
        await book.PostedAsync(new PartyMaster(Customer, "王小明") { IsCustomer = true, EmployeeCode = "E1" });
        await book.PostedAsync(new PartyMaster("C2", "李四") { IsCustomer = true, EmployeeCode = "E1" });
        await book.PostedAsync(new PartyMaster("C3", "赵六") { IsCustomer = true });
        await book.PostedAsync(new CreditLimitMaster(scope, code) { Amount = Yuan(1000) });
        await book.PostedAsync(Owe("D1", "2026-01-10", 600));

        var beyond = await book.RefusedAsync(Owe("D2", "2026-01-11", 401) with { PartyCode = "C2" });

        beyond.Reason.Should().Be(RefusalReason.CreditExceeded);
        await book.PostedAsync(Owe("D2", "2026-01-11", 400) with { PartyCode = "C2" });
        await book.PostedAsync(Owe("D3", "2026-01-11", 5000) with { PartyCode = "C3" });
    }

    [Fact]
    public async Task A_rule_lets_another_decide_beyond_the_credit()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new CreditLimitMaster(CreditScope.Party, Customer) { Amount = Yuan(1000) });
        await book.PostedAsync(new ApprovalRuleMaster("C")
        {
            Trigger = ApprovalTrigger.OverCredit, DocumentKind = "sale",
        });

        var beyond = await book.PostAsync(Owe("D1", "2026-01-10", 1500) with { Actor = "li" });
        var approved = await book.PostAsync(new Approval("sale:D1", true) { Actor = "wang" });

        beyond.Should().BeOfType<PostResult.Held>();
        approved.Should().BeOfType<PostResult.Posted>();
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    private static async Task<TestBook> BookAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(new ListValueMaster(ListKind.Department, "X1", "市场部"));
        return book;
    }

    private static Money Yuan(decimal amount) => Money.Round(amount);

    private static Document Spend(string number, string date, decimal amount, string department) =>
        new(DocumentKind.Expense, number, Day(date))
        {
            StoreCode = Store, Lines = [],
            MoneyLines = [new MoneyLine("6601", Yuan(amount)) { DepartmentCode = department }],
        };

    private static Document Owe(string number, string date, decimal amount) =>
        Sale(number, date, Line(1, amount)) with { Tender = Tender.Account };
}
