using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Verify;

public sealed class BookVerifierTests
{
    [Fact]
    public async Task An_untouched_book_is_found_whole()
    {
        await using var book = await FilledAsync();

        var report = await VerifyAsync(book);

        report.Findings.Should().BeEmpty();
        report.Seq.Should().Be(book.Number("select seq from head"));
    }

    [Fact]
    public async Task It_says_what_it_is_at_step_by_step_and_names_each_check()
    {
        await using var book = await FilledAsync();
        var said = new Said();

        await BookVerifier.VerifyAsync(book.Book, [], said, default);

        var checks = said.Where(at => at.Step == VerifyStep.State).ToList();
        said.Select(at => at.Step).Should().BeInAscendingOrder();
        said.Should().Contain(at => at.Step == VerifyStep.Costs).And.OnlyContain(at => at.Done < at.Total);
        checks.Select(at => at.Check).Should().Contain("state_pool_off").And.OnlyHaveUniqueItems();
        checks.Select(at => at.Done).Should().Equal(Enumerable.Range(0, checks.Count).Select(done => (long)done));
        checks.Should().OnlyContain(at => at.Total == checks.Count);
    }

    [Theory]
    [InlineData("update document_line set net_amount = net_amount + 1 "
        + "where seq = (select max(seq) from document_line)")]
    [InlineData("update document set business_date = 20260102 where document_no = 'D2'")]
    [InlineData("update item set item_name = 'other'")]
    [InlineData("update entry set recorded_at = recorded_at - 1 where seq = 12")]
    [InlineData("update entry set hash = (select hash from entry where seq = 11) where seq = 12")]
    [InlineData("update money_movement set amount = amount - 1 where line_no = 1")]
    [InlineData("update stock_movement set value = value + 1 where line_no = 1")]
    [InlineData("update control_total set total = total + 1")]
    [InlineData("delete from document_line where seq = (select min(seq) from document_line)")]
    [InlineData("delete from entry where seq = 12")]
    [InlineData("delete from money_movement where seq = (select max(seq) from money_movement)")]
    [InlineData("insert into money_movement select seq, 99, debit_account, credit_account, store_id, debit_party_id, "
        + "credit_party_id, business_date, is_adjustment, amount from money_movement where line_no = 1 limit 1")]
    [InlineData("insert into stock_movement select 100000, line_no, item_id, depot_id, counter_location, "
        + "document_line_no, batch_id, bin_id, cost_basis, source_seq, source_line_no, business_at, business_date, "
        + "qty, "
        + "value from stock_movement limit 1")]
    [InlineData("update document_line set seq = -seq where seq in (14, 15); "
        + "update document_line set seq = 29 + seq where seq < 0")]
    [InlineData("update head set hash = 'x'")]
    [InlineData("update party_private set phone = '1'")]
    [InlineData("update state_pool set qty = qty + 1")]
    [InlineData("update state_pool set last_cost = last_cost + 1")]
    [InlineData("update state_pool_queue set value = value + 1")]
    [InlineData("update state_balance set amount = amount + 1 where account = '6001'")]
    [InlineData("insert into state_balance values ('1001', 77, 5)")]
    [InlineData("update state_control set total = total + 1")]
    [InlineData("update state_taken_back set qty = 0")]
    [InlineData("delete from state_document where seq = 12")]
    [InlineData("update state_document_no set seq = seq + 1 where document_no = 'D2'")]
    [InlineData("update state_master set version_id = version_id + 1 where kind = 'item'")]
    public async Task A_change_behind_the_journals_back_is_found(string change)
    {
        await using var book = await FilledAsync();
        book.Tamper(change).Should().BeGreaterThan(0);

        var report = await VerifyAsync(book);

        report.FindingCount.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task Entries_cut_off_at_the_end_are_found_against_a_head_held_elsewhere_and_only_then()
    {
        await using var book = await FilledAsync();
        var held = (await VerifyAsync(book)) is var whole ? (whole.Seq, whole.Hash) : default;
        var keep = held.Seq - 1;
        string[] tables = ["document", "document_line", "stock_movement", "money_movement", "entry"];
        foreach (var table in tables)
        {
            book.Tamper($"delete from {table} where seq > {keep}");
        }

        book.Tamper($"update head set seq = {keep}, hash = (select hash from entry where seq = {keep})");

        var report = await BookVerifier.VerifyAsync(book.Book, [held], null, 16, default);

        report.Findings.Should().Contain(finding => finding.Check == "chain" && finding.Seq == held.Seq);
        (await VerifyAsync(book)).Findings.Should().NotContain(finding => finding.Check == "chain");
    }

    [Fact]
    public async Task An_erased_person_is_counted_and_the_chain_still_holds()
    {
        await using var book = await FilledAsync();
        await book.PostedAsync(new PartyErasure(Customer, "asked for it"));

        var report = await VerifyAsync(book);

        report.Findings.Should().BeEmpty();
        report.ErasedParties.Should().Be(1);
    }

    [Theory]
    [InlineData("update party_private set party_name = null, phone = null, address = null, salt = null")]
    [InlineData("delete from party_private")]
    public async Task Personal_fields_gone_without_an_entry_that_erased_them_are_found(string change)
    {
        await using var book = await FilledAsync();
        book.Tamper(change + " where party_name = '王小明'").Should().Be(1);

        var report = await VerifyAsync(book);

        report.Findings.Should().ContainSingle().Which.Check.Should().Be("private");
        report.ErasedParties.Should().Be(0);
    }

    private static Task<VerifyReport> VerifyAsync(TestBook book) =>
        BookVerifier.VerifyAsync(book.Book, [], null, 16, default);

    /// <summary>Masters in entries 1 to 10; then documents with every costing case; blocks of 16 entries.</summary>
    private static async Task<TestBook> FilledAsync()
    {
        var book = await CreateAsync(blockSize: 16);
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(4, 60), Line(2, 30, OtherItem)));
        await book.PostedAsync(Sale("D2", "2026-01-04", Line(8, 120)));
        await book.PostedAsync(Receipt("R2", "2026-01-05", Line(5, 60), Line(1, 7, OtherItem)));
        await book.PostedAsync(Return("T1", "2026-01-06", "D2", Line(1, 15)));
        await book.PostedAsync(Sale("D3", "2026-02-01", Line(20, 300, cost: 180)));
        await book.PostedAsync(Sale("D4", "2026-01-02", Line(1, 15)));
        await book.PostedAsync(Receipt("R3", "2026-02-02", Line(3, 33)));
        return book;
    }

    private sealed class Said : List<VerifyProgress>, IProgress<VerifyProgress>
    {
        public void Report(VerifyProgress value) => Add(value);
    }
}
