using Analytics.Ledger.Posting;
using Analytics.Ledger.Receivables;
using Analytics.Ledger.Tables;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Receivables;

public sealed class OpenItemsTests
{
    [Fact]
    public async Task A_document_on_account_leaves_an_open_item_of_its_total()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Bought("R1", "2026-01-06", 70));

        book.Open().Should().Equal("1122 C1 sale D1 100.0", "2202 V1 purchase_receipt R1 -70.0");
    }

    [Fact]
    public async Task Cash_leaves_no_item()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Sale("D1", "2026-01-05", Line(1, 100)));

        book.Number("select count(*) from open_item").Should().Be(0);
        book.Number("select count(*) from state_open_item").Should().Be(0);
    }

    [Theory]
    [InlineData("", 30, "2026-01-31")]
    [InlineData("days", 30, "2026-03-02")]
    [InlineData("days", 0, "2026-01-31")]
    [InlineData("month_end", 0, "2026-01-31")]
    [InlineData("month_end", 45, "2026-03-17")]
    [InlineData("day_of_month", 10, "2026-02-10")]
    [InlineData("day_of_month", 31, "2026-02-28")]
    [InlineData("days", long.MaxValue, "2126-01-07")]
    public void Terms_say_when_something_is_due(string kind, long days, string due)
    {
        var party = new PartyRow { TermKind = kind, TermDays = days };

        Terms.DueDate(party, 20260131).Should().Be(Dates.Number(Date(due)));
    }

    [Fact]
    public async Task The_terms_are_those_of_who_pays()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(new PartyMaster("H1", "总部") { IsCustomer = true, Term = new(TermKind.MonthEnd, 10) });
        await book.PostedAsync(new PartyMaster("C9", "工地") { IsCustomer = true, SettlementPartyCode = "H1" });

        await book.PostedAsync(Sold("D1", "2026-01-05", 100, "C9"));

        book.Query("select due_date from state_open_item", row => row.GetInt64(0)).Should().Equal(20260210);
        book.Open().Should().Equal("1122 H1 sale D1 100.0");
    }

    [Fact]
    public async Task A_stated_due_date_goes_before_terms_and_not_onto_what_is_paid()
    {
        await using var book = await BookAsync();

        await book.PostedAsync(Sold("D1", "2026-01-05", 100) with { DueDate = Date("2026-03-01") });
        await book.PostedAsync(Received("M1", "2026-01-06", Customer, 40));

        book.Query("select due_date from state_open_item order by seq", row => row.GetInt64(0))
            .Should().Equal(20260301, 20260106);
        book.Query("select origin_date from state_open_item order by seq", row => row.GetInt64(0))
            .Should().Equal(20260105, 20260106);
    }

    [Fact]
    public async Task What_is_left_of_a_receipt_waits_on_the_account_or_becomes_an_advance()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));

        await book.PostedAsync(Received("M1", "2026-01-06", Customer, 130, Part(TheSale("D1"))));
        await book.PostedAsync(Received("M2", "2026-01-06", Customer, 20) with
        {
            RestAccount = Account.AdvanceReceived,
        });

        book.Open().Should().Equal("1122 C1 money_receipt M1 -30.0", "2203 C1 money_receipt M2 -20.0");
        book.Balance(Account.Bank).Should().Be(150);
    }

    [Fact]
    public async Task Money_and_what_is_given_off_settle_together()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100.3m));

        await book.PostedAsync(Received("M1", "2026-01-06", Customer, 100, Part(TheSale("D1"))) with
        {
            MoneyLines =
            [
                new MoneyLine(Account.Bank, Money.Round(98)),
                new MoneyLine(Account.FinanceExpense, Money.Round(2)),
                new MoneyLine(Account.SalesExpense, Money.Round(0.3m)),
            ],
        });

        book.Open().Should().BeEmpty();
        book.Balance(Account.Receivable).Should().Be(0);
        book.Balance(Account.Bank).Should().Be(98);
        book.Balance(Account.SalesExpense).Should().Be(0.3m);
    }

    [Fact]
    public async Task What_was_open_is_known_as_of_any_day()
    {
        await using var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Received("M1", "2026-01-10", Customer, 60, Part(TheSale("D1"))));
        await book.PostedAsync(TakeBack("A1", "2026-01-20", "money_receipt", "M1"));

        (await AsOfAsync(book, "2026-01-04")).Should().BeEmpty();
        (await AsOfAsync(book, "2026-01-09")).Should().Equal("D1 100.00");
        (await AsOfAsync(book, "2026-01-10")).Should().Equal("D1 40.00");
        (await AsOfAsync(book, "2026-01-20")).Should().Equal("D1 100.00", "M1 -60.00");
    }

    [Fact]
    public async Task A_document_is_allocated_while_something_settles_it()
    {
        await using var book = await BookAsync();
        var sale = await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        (await IsAllocatedAsync(book, sale)).Should().BeFalse();

        var receipt = await book.PostedAsync(Received("M1", "2026-01-10", Customer, 60, Part(TheSale("D1"))));
        (await IsAllocatedAsync(book, sale)).Should().BeTrue();
        (await IsAllocatedAsync(book, receipt)).Should().BeTrue();

        await book.PostedAsync(TakeBack("A1", "2026-01-12", "money_receipt", "M1"));
        (await IsAllocatedAsync(book, sale)).Should().BeFalse();
        (await IsAllocatedAsync(book, receipt)).Should().BeFalse();
    }

    private static async Task<bool> IsAllocatedAsync(TestBook book, long seq)
    {
        await using var connection = await book.Book.ConnectAsync(default);
        await using var db = new LedgerDb(connection);
        await using var transaction = await connection.BeginTransactionAsync();
        using var tables = new StateTables(connection) { Transaction = transaction };
        var state = new State(db, tables, new EntryWriter(db), BusinessDay.Shanghai, Journal.BlockSize);
        return Analytics.Ledger.Posting.OpenItems.IsAllocated(state, seq, settlesItself: false);
    }

    private static async Task<List<string>> AsOfAsync(TestBook book, string date)
    {
        await using var view = await book.Book.ReadAsync(default);
        var reader = new OpenItemReader(view);
        var items = await reader.ReadAsync(Account.Receivable, null, Date(date), default).ToListAsync();
        var balance = await reader.BalanceAsync(Account.Receivable, null, Date(date), default);
        items.Sum(item => item.Remaining.ToDecimal()).Should().Be(balance.ToDecimal());
        return [.. items.Select(item => $"{item.DocumentNo} {item.Remaining}")];
    }
}
