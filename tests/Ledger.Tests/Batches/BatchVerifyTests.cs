using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class BatchVerifyTests
{
    [Theory]
    [InlineData("update state_stock set qty = qty + 1 where batch_id > 0")]
    [InlineData("update state_stock set qty = qty + 1 where batch_id = -1 and bin_id = -1")]
    [InlineData("update state_stock set expires_on = expires_on + 1 where batch_id > 0")]
    [InlineData("delete from state_stock where batch_id > 0")]
    [InlineData("insert into state_stock select item_id, depot_id, 1, 2, 3, 4 from state_stock limit 1")]
    [InlineData("delete from state_batch where lot_no = ''")]
    [InlineData("update state_batch set expires_on = expires_on + 1")]
    [InlineData("update state_batch set expiry_precision = 'day'")]
    [InlineData("insert into state_batch select item_id, 'x', 'y', 1, 1, 1, 'day' from state_batch limit 1")]
    [InlineData("update state_trace_code set location = -2")]
    [InlineData("delete from state_trace_code")]
    [InlineData("insert into state_trace_code values ('x', 1, 1, 1, 1)")]
    [InlineData("delete from state_freeze")]
    [InlineData("update state_freeze set depot_id = depot_id + 1")]
    [InlineData("insert into state_freeze select item_id, 5, depot_id, seq from state_freeze limit 1")]
    [InlineData("update batch set expires_on = expires_on + 1")]
    [InlineData("update state_batch set batch_id = (select min(batch_id) from batch where batch_no = 'again') "
        + "where batch_no = 'again'")]
    [InlineData("delete from state_reversed")]
    [InlineData("update trace_code set code = code || '1'")]
    [InlineData("update pick_override set reason = 'x'")]
    [InlineData("update stock_freeze set is_frozen = 0")]
    public async Task A_change_behind_the_journals_back_is_found(string change)
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("near", 3, "2026-12") with { TraceCodes = ["c1", "c2"] },
            Of("late", 5, "2027-06") with { BinCode = "A/1" }));
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", Of("late", 2)));
        await book.Book.PostedAsync(Sale("D2", "2026-01-02", Line(1, 2, Drug) with { TraceCodes = ["c1"] }));
        await book.Book.PostedAsync(new StockFreeze(Drug, IsFrozen: true) { BatchNo = "near" });
        await book.Book.PostedAsync(Receipt("R2", "2026-01-01", Of("again", 3, "2026-12")));
        await book.Book.PostedAsync(new Reversal("purchase_receipt:R2", "R2-R"));
        await book.Book.PostedAsync(Receipt("R3", "2026-01-02", Of("again", 4, "2027-06")));
        (await book.VerifyAsync()).Should().BeEmpty();
        book.Book.Tamper(change).Should().BeGreaterThan(0);

        (await book.VerifyAsync()).Should().NotBeEmpty();
    }

    /// <summary>Whoever forges the chain too is still told that a batch has two makers.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("insert into state_reversed select seq from document where document_no = 'R1'")]
    public async Task A_batch_made_anew_while_something_of_it_is_in_the_book_is_found(string also)
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("b", 3, "2026-12")));
        await book.Book.PostedAsync(Receipt("R2", "2026-01-01", Of("b", 3)));
        await book.Book.PostedAsync(Receipt("R3", "2026-01-01", Of("c", 3, "2027-12")));
        book.Book.Tamper("delete from state_batch where batch_no = 'c'").Should().Be(1);
        book.Book.Tamper("update batch set batch_no = 'b' where batch_no = 'c'").Should().Be(1);
        book.Book.Tamper(
            "update state_batch set (batch_id, expires_on, expiry_precision) = "
            + "(select batch_id, expires_on, expiry_precision from batch where expires_on = 20271231)").Should().Be(1);
        if (also.Length > 0)
        {
            book.Book.Tamper(also);
        }

        (await book.VerifyAsync()).Should().Contain(finding => finding.What.Contains("state_batch_off"));
    }
}
