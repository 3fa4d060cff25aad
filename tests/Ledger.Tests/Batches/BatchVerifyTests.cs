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
        (await book.VerifyAsync()).Should().BeEmpty();
        book.Book.Tamper(change).Should().BeGreaterThan(0);

        (await book.VerifyAsync()).Should().NotBeEmpty();
    }
}
