using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Receivables.Owing;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Verify;

public sealed class OpenItemVerifyTests
{
    [Theory]
    [InlineData("update state_open_item set remaining = remaining - 1", "state_open_item_off")]
    [InlineData("update state_open_item set due_date = due_date + 1", "state_open_item_off")]
    [InlineData("update state_open_item set origin_date = origin_date - 1", "state_open_item_off")]
    [InlineData("update state_open_item set party_id = 12 where account = '1122'", "state_open_item_off")]
    [InlineData("delete from state_open_item where account = '2202'", "state_open_item_off")]
    [InlineData("insert into state_open_item values ('1122', 8, 999, 1, 20260101, 20260101, 5, 5)",
        "state_open_item_off")]
    [InlineData("update state_balance set amount = amount + 1 where account = '1122'", "open_item_off")]
    [InlineData("update open_item set amount = amount + 1 where account = '1122'", "open_item_off")]
    [InlineData("update open_item set party_id = 12 where account = '2202'", "open_item_off")]
    [InlineData("delete from open_item where account = '2202'", "open_item_off")]
    [InlineData("update money_movement set debit_party_id = 12 where debit_account = '1122'", "open_item_off")]
    [InlineData("update allocation set amount = amount * 100 where reverses_seq = -1", "allocation_off")]
    [InlineData("update allocation set party_id = 12", "allocation_off")]
    [InlineData("update allocation set account = '2202'", "allocation_off")]
    [InlineData("update allocation set debit_seq = credit_seq, debit_line_no = credit_line_no", "allocation_off")]
    [InlineData("update allocation set business_date = 20260101", "allocation_off")]
    [InlineData("update allocation set business_date = 20260107 where reverses_seq <> -1", "allocation_off")]
    [InlineData("update allocation set amount = amount + 1 where reverses_seq <> -1",
        "state_allocation_taken_back_off")]
    [InlineData("delete from state_allocation_taken_back", "state_allocation_taken_back_off")]
    [InlineData("insert into state_allocation_taken_back values (5, 6)", "state_allocation_taken_back_off")]
    [InlineData("update state_item_freed set freed_on = freed_on + 1", "state_item_freed_off")]
    [InlineData("delete from state_item_freed", "state_item_freed_off")]
    [InlineData("insert into state_item_freed values (5, 1, 20260101)", "state_item_freed_off")]
    public async Task A_change_behind_the_journals_back_is_found_where_it_is(string change, string file)
    {
        await using var book = await FilledAsync();
        book.Tamper(change).Should().BeGreaterThan(0);

        var report = await BookVerifier.VerifyAsync(book.Book, [], null, default);

        report.Findings.Should().Contain(finding => finding.What.StartsWith(file + ":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_untouched_book_is_found_whole()
    {
        await using var book = await FilledAsync();

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public void The_accounts_by_party_of_the_verifier_are_those_of_the_book()
    {
        var named = LedgerSql.Text("verify/open_item_off.sql");
        var codes = typeof(Account).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        codes.Where(code => named.Contains($"'{Account.Root(code)}'", StringComparison.Ordinal))
            .Should().BeEquivalentTo(codes.Where(Account.IsByParty));
    }

    private static async Task<TestBook> FilledAsync()
    {
        var book = await BookAsync();
        await book.PostedAsync(Sold("D1", "2026-01-05", 100));
        await book.PostedAsync(Bought("R1", "2026-01-05", 70));
        await book.PostedAsync(Received("M1", "2026-01-07", Customer, 60));
        await book.PostedAsync(Settle("A1", "2026-01-08", Pair(TheSale("D1"), TheReceipt("M1"), 30)));
        await book.PostedAsync(TakeBack("B1", "2026-01-09", "allocation", "A1"));
        await book.PostedAsync(Settle("A2", "2026-01-10", Pair(TheSale("D1"), TheReceipt("M1"), 20)));
        return book;
    }
}
