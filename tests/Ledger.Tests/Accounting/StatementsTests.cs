using System.Reflection;
using Analytics.Ledger.Accounting;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Accounting;

public sealed class StatementsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 1, 31);

    [Fact]
    public void Every_account_that_documents_book_on_has_its_names()
    {
        var codes = typeof(Account).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        AccountNames.Codes.Should().BeEquivalentTo(codes);
    }

    /// <summary>1,000 bought for 10, 6 sold for 1,200, 100 spent: profit 500, and the sheet adds up.</summary>
    [Fact]
    public async Task The_statements_of_a_month_are_those_of_the_example()
    {
        await using var book = await MonthAsync();
        await using var view = await book.Book.ReadAsync(default);
        var statements = new Statements(view);

        var trial = await statements.TrialBalanceAsync(First, Last, null, default);
        var sheet = (await statements.BalanceSheetAsync(Last, default)).ToDictionary(line => line.Line);
        var income = (await statements.IncomeStatementAsync(First, Last, default)).ToDictionary(line => line.Line);

        trial.Sum(total => total.Closing.ToDecimal()).Should().Be(0);
        trial.Single(total => total.Account == "1405").Should().Be(
            new AccountTotal("1405", Yuan(0), Yuan(1000), Yuan(600)));
        income["revenue"].Amount.Should().Be(Yuan(1200));
        income["cost"].Amount.Should().Be(Yuan(600));
        income["selling"].Amount.Should().Be(Yuan(100));
        sheet["assets_money"].Amount.Should().Be(Yuan(-100));
        sheet["assets_receivable"].Amount.Should().Be(Yuan(1200));
        sheet["assets_inventory"].Amount.Should().Be(Yuan(400));
        sheet["debts_payable"].Amount.Should().Be(Yuan(1000));
        sheet["equity_profit"].Amount.Should().Be(Yuan(500));
        Total(sheet.Values, "assets").Should().Be(Total(sheet.Values, "debts") + Total(sheet.Values, "equity"));
    }

    [Fact]
    public async Task What_was_before_the_period_is_its_opening()
    {
        await using var book = await MonthAsync();
        await book.PostedAsync(Sale("D2", "2026-02-03", Line(1, 200)));
        await using var view = await book.Book.ReadAsync(default);

        var trial = await new Statements(view).TrialBalanceAsync(
            new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), null, default);

        trial.Single(total => total.Account == "1405").Should().Be(
            new AccountTotal("1405", Yuan(400), Yuan(0), Yuan(100)));
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    public async Task Vouchers_add_up_to_the_trial_balance(bool isMerged, int count)
    {
        await using var book = await MonthAsync();
        await using var view = await book.Book.ReadAsync(default);

        var vouchers = new List<AccountingVoucher>();
        await foreach (var voucher in new VoucherReader(view).ReadAsync(First, Last, isMerged, default))
        {
            vouchers.Add(voucher);
        }

        vouchers.Should().HaveCount(count);
        vouchers.Select(voucher => voucher.Number).Should().Equal(Enumerable.Range(1, count));
        vouchers.Should().OnlyContain(voucher => Debit(voucher.Lines) == Credit(voucher.Lines));
        foreach (var total in await new Statements(view).TrialBalanceAsync(First, Last, null, default))
        {
            var lines = vouchers.SelectMany(voucher => voucher.Lines).Where(
                line => line.Account == total.Account).ToList();
            (Debit(lines), Credit(lines)).Should().Be((total.Debit.ToDecimal(), total.Credit.ToDecimal()),
                total.Account);
        }
    }

    [Fact]
    public async Task Vouchers_of_a_day_and_kind_are_merged_and_numbers_are_those_of_the_month()
    {
        await using var book = await MonthAsync();
        await book.PostedAsync(Sale("D2", "2026-01-03", Line(1, 200)));
        await book.PostedAsync(new Reversal("sale:D2", "D2-R"));
        await using var view = await book.Book.ReadAsync(default);

        var vouchers = new List<AccountingVoucher>();
        await foreach (var voucher in new VoucherReader(view).ReadAsync(new DateOnly(2026, 1, 3), Last, true, default))
        {
            vouchers.Add(voucher);
        }

        vouchers.Select(voucher => (voucher.Number, voucher.Kind)).Should().Equal((2, "sale"), (3, "expense"));
        vouchers[0].Documents.Should().Equal("D1", "D2", "D2-R");
        vouchers[0].Lines.Should().NotContain(line => line.Account == "1001");
    }

    private static async Task<TestBook> MonthAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 1000)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(6, 1200)) with { Tender = Tender.Account });
        await book.PostedAsync(new Document(DocumentKind.Expense, "F1", Day("2026-01-31"))
        {
            StoreCode = Store, Lines = [], MoneyLines = [new MoneyLine("6601", Yuan(100))],
        });
        return book;
    }

    private static Money Yuan(decimal amount) => Money.Round(amount);

    private static decimal Debit(IEnumerable<VoucherLine> lines) => lines.Sum(line => line.Debit.ToDecimal());

    private static decimal Credit(IEnumerable<VoucherLine> lines) => lines.Sum(line => line.Credit.ToDecimal());

    private static decimal Total(IEnumerable<StatementLine> lines, string start) =>
        lines.Where(line => line.Line.StartsWith(start, StringComparison.Ordinal)).Sum(line => line.Amount.ToDecimal());
}
