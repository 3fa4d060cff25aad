using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Verify;

/// <summary>Whatever was done to the file, verification ends and says so.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("update head set seq = 9223372036854775807")]
    [InlineData("update head set seq = seq + 1")]
    [InlineData("update head set seq = seq - 1")]
    [InlineData("update head set seq = 0, hash = ''")]
    [InlineData("update document_line set qty = 9223372036854775807")]
    [InlineData("update document_line set qty = 0")]
    [InlineData("update document_line set qty = -9223372036854775807 - 1")]
    [InlineData("update document_line set line_no = line_no + 5")]
    [InlineData("update stock_movement set qty = 9223372036854775807, value = 9223372036854775807")]
    [InlineData("update stock_movement set qty = 0")]
    [InlineData("update stock_movement set qty = -qty")]
    [InlineData("update money_movement set amount = 9223372036854775807")]
    [InlineData("update money_movement set amount = -9223372036854775807 - 1")]
    [InlineData("update entry set kind = 'store' where kind = 'document'")]
    [InlineData("update document set business_date = -1")]
    [InlineData("delete from document where document_no = 'D1'")]
    [InlineData("update entry set seq = seq + 1000000 where seq = (select max(seq) from entry)")]
    [InlineData("update party_private set phone = null")]
    [InlineData("update party_private set party_name = null")]
    [InlineData("update party_private set salt = null")]
    [InlineData("insert into party_private values (9999, 'x', 'x', 'x', 'x')")]
    [InlineData("insert into state_document_no select 'sale', 'R1', 'x', seq from document where document_no = 'R1'")]
    [InlineData("update state_document_no set kind = 'sale_return' where document_no = 'D2'")]
    [InlineData("update state_document set content_digest = 'x' where seq = 12")]
    [InlineData("insert into state_document values ('x', 'sale', 'x', 'posted', 12, -1, 'x', '', '')")]
    [InlineData("delete from state_pool")]
    [InlineData("delete from state_pool_queue")]
    [InlineData("delete from state_taken_back")]
    [InlineData("delete from state_balance")]
    [InlineData("delete from state_control")]
    [InlineData("delete from state_master where kind = 'category'")]
    [InlineData("insert into state_movement values (11, 1, 5, 0, 0)")]
    [InlineData("insert into state_control values (0, 202601, 'sales_qty', 5)")]
    [InlineData("insert into state_pool_queue select item_id, depot_id, -1, 9, 0, 11, 1, 5, 0, 0, 0 "
        + "from state_pool limit 1")]
    [InlineData("insert into state_master select 'item', 'X', id, version_id "
        + "from state_master where kind = 'item' limit 1")]
    [InlineData("update state_master set id = id + 1 where kind = 'party'")]
    [InlineData("update state_pool set last_business_at = 0")]
    [InlineData("insert into control_total values (16, 99, 0, 202601, 'sales_qty', 1)")]
    [InlineData("insert into period_close values (12, 20260101)")]
    [InlineData("insert into period_close values (12, 99)")]
    [InlineData("update stock_movement set cost_basis = 99")]
    [InlineData("update stock_movement set business_at = -9223372036854775807")]
    [InlineData("update head set book = 'another'")]
    [InlineData("insert into period_close values (-5, 20991231)")]
    [InlineData("insert into period_close values (999, 20991231)")]
    public Task A_mangled_book_is_convicted_and_not_crashed_upon(string change) => IsConvictedAsync(change);

    [SkippableTheory]
    [InlineData("update money_movement set amount = 'much'")]
    [InlineData("update document_line set net_amount = net_amount + 0.5")]
    [InlineData("update document set kind = cast(kind as blob)")]
    [InlineData("update item set item_name = item_name || char(0) || 'evil'")]
    public async Task Values_that_no_column_should_hold_are_convicted(string change)
    {
        Skip.If(TestPlace.IsPostgres, "PostgreSQL itself keeps such values out of its columns");
        await IsConvictedAsync(change);
    }

    [Fact]
    public async Task A_book_without_a_head_is_refused_in_one_line()
    {
        await using var book = await FilledAsync();
        book.Tamper("delete from head");

        var verifying = () => BookVerifier.VerifyAsync(book.Book, [], null, 16, default);

        (await verifying.Should().ThrowAsync<InvalidDataException>()).Which.Message.Should().NotContain("\n");
        var posting = () => book.PostAsync(Sale("X1", "2026-03-01", Line(1, 1)));
        await posting.Should().ThrowAsync<Exception>();
    }

    [Fact]
    public async Task Two_entries_that_change_places_whole_are_found()
    {
        await using var book = await FilledAsync();
        foreach (var table in new[] { "entry", "document", "document_line", "stock_movement", "money_movement" })
        {
            book.Tamper($"update {table} set seq = -seq where seq in (12, 13)");
            book.Tamper($"update {table} set seq = 25 + seq where seq < 0");
        }

        var report = await BookVerifier.VerifyAsync(book.Book, [], null, 16, default);

        report.Findings.Should().Contain(finding => finding.Check == "chain" && finding.Seq == 12);
        report.Findings.Should().Contain(finding => finding.Check == "chain" && finding.Seq == 13);
    }

    [SkippableFact]
    public async Task An_old_copy_of_the_book_posted_on_is_convicted_by_the_head_held_elsewhere()
    {
        Skip.If(TestPlace.IsPostgres, "it is about copying the file");
        await using var book = await FilledAsync();
        await book.Journal.DisposeAsync();
        var copy = book.Place.Text + ".old";
        book.Tamper("pragma wal_checkpoint(truncate)");
        File.Copy(book.Place.Text, copy);
        await book.ReopenAsync();
        var held = await book.PostedAsync(Sale("X1", "2026-03-01", Line(1, 1)));
        var hash = book.Query("select hash from head", row => row.GetString(0)).Single();
        var old = await Book.OpenAsync(copy, BusinessDay.Shanghai, default);
        await using (var journal = await Ledger.Posting.Journal.OpenAsync(old, TimeProvider.System, default))
        {
            await journal.PostAsync(Sale("X1", "2026-03-01", Line(2, 1)), default);
        }

        var report = await BookVerifier.VerifyAsync(old, [(held, hash)], null, default);

        report.Findings.Should().Contain(finding => finding.Check == "chain" && finding.Seq == held);
    }

    private static async Task IsConvictedAsync(string change)
    {
        await using var book = await FilledAsync();
        book.Tamper(change);

        var verifying = BookVerifier.VerifyAsync(book.Book, [], null, 16, default);
        var report = await verifying.WaitAsync(TimeSpan.FromSeconds(20));

        report.FindingCount.Should().BeGreaterThan(0);
    }

    private static async Task<TestBook> FilledAsync()
    {
        var book = await CreateAsync(blockSize: 16);
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(4, 60), Line(2, 30, OtherItem)));
        await book.PostedAsync(Sale("D2", "2026-01-04", Line(8, 120)));
        await book.PostedAsync(Receipt("R2", "2026-01-05", Line(5, 60), Line(1, 7, OtherItem)));
        await book.PostedAsync(Return("T1", "2026-01-06", "D2", Line(1, 15)));
        await book.PostedAsync(Sale("D3", "2026-02-01", Line(20, 300, cost: 180)));
        await book.PostedAsync(Receipt("R3", "2026-02-02", Line(3, 33)));
        return book;
    }
}
