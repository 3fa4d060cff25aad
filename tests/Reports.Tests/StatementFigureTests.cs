using Analytics.Ledger.Accounting;

namespace Analytics.Reports.Tests;

/// <summary>Trial balance, income statement and balance sheet against those of the book.</summary>
[Collection(nameof(LivedCompany))]
public sealed class StatementFigureTests(LivedCompany lived)
{
    private static readonly DateOnly From = new(2026, 2, 5);
    private static readonly DateOnly To = new(2026, 3, 20);
    private static readonly string[] Range = ["from_date=2026-02-05", "to_date=2026-03-20"];

    [Fact]
    public async Task A_trial_balance_is_the_books_and_its_sides_are_equal()
    {
        var answer = await lived.AnswerAsync("money/trial_balance", Range);
        await using var view = await lived.Book.ReadAsync(default);
        var book = await new Statements(view).TrialBalanceAsync(From, To, null, default);

        answer.Rows.Select(row => (
            answer.Text(row, "account"), answer.Number(row, "opening_amount"), answer.Number(row, "debited_amount"),
            answer.Number(row, "credited_amount"), answer.Number(row, "balance_amount")))
            .Should().Equal(book.Select(total => (
                total.Account, total.Opening.ToDecimal(), total.Debit.ToDecimal(), total.Credit.ToDecimal(),
                total.Closing.ToDecimal())));
        answer.Sum("debited_amount").Should().Be(answer.Sum("credited_amount")).And.BePositive();
        answer.Sum("balance_amount").Should().Be(0);
        answer.Rows.Should().OnlyContain(row => answer.Text(row, "account_name").Length > 0);
    }

    [Fact]
    public async Task A_trial_balance_of_a_store_is_the_books()
    {
        var answer = await lived.AnswerAsync("money/trial_balance", [.. Range, "store=" + HandfulOfMoney.Store]);

        answer.FiguresOf("account", "2203", "opening_amount", "debited_amount", "credited_amount", "balance_amount")
            .Should().Equal(0, 200, 500, -300);
        answer.Sum("balance_amount").Should().Be(0);
    }

    [Fact]
    public async Task An_income_statement_is_the_books_line_by_line()
    {
        var answer = await lived.AnswerAsync("money/income_statement", Range);
        await using var view = await lived.Book.ReadAsync(default);
        var book = await new Statements(view).IncomeStatementAsync(From, To, default);

        answer.Rows.Select(row => (
            answer.Text(row, "line_code"), answer.Text(row, "line_name"), answer.Number(row, "period_amount"),
            answer.Number(row, "year_amount")))
            .Should().Equal(book.Select(Of));
        answer.FiguresOf("line_code", "net_profit", "period_amount")[0].Should().NotBe(0);
    }

    [Fact]
    public async Task A_balance_sheet_is_the_books_line_by_line_and_balances()
    {
        var answer = await lived.AnswerAsync("money/balance_sheet");
        await using var view = await lived.Book.ReadAsync(default);
        var book = await new Statements(view).BalanceSheetAsync(To, default);

        answer.Rows.Select(row => (
            answer.Text(row, "line_code"), answer.Text(row, "line_name"), answer.Number(row, "balance_amount"),
            answer.Number(row, "year_start_amount")))
            .Should().BeEquivalentTo(book.Select(Of));
        answer.FiguresOf("line_code", "total_assets", "balance_amount", "year_start_amount")
            .Should().Equal(answer.FiguresOf("line_code", "total_sources", "balance_amount", "year_start_amount"));
    }

    private static (string Code, string Name, decimal Amount, decimal Before) Of(StatementLine line) =>
        (line.Line, line.Chinese, line.Amount.ToDecimal(), line.Before.ToDecimal());
}
