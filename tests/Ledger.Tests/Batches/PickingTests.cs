using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class PickingTests
{
    [Fact]
    public async Task A_sale_takes_the_nearest_expiry_first_and_splits_over_batches()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("late", 5, "2027-06"), Of("near", 3, "2026-12-15"), Of("never", 9)));

        var seq = await book.Book.PostedAsync(Sale("D1", "2026-01-02", Line(10, 100, Drug)));

        book.Moved(seq).Should().Equal(("near", -3m), ("late", -5m), ("never", -2m));
        book.Book.Number("select count(*) from pick_override").Should().Be(0);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_one_expiry_batch_and_lot_number_decide()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("b", 1, "2027-06"), Of("a", 1, "2027-06-30") with { LotNo = "2" },
            Of("a", 1, "2027-06-30") with { LotNo = "1" }));

        var seq = await book.Book.PostedAsync(Sale("D1", "2026-01-02", Line(3, 100, Drug)));

        book.Book.Query(
                "select batch_no || lot_no from stock_movement join batch using (batch_id) "
                + $"where stock_movement.seq = {seq} order by stock_movement.line_no", row => row.GetString(0))
            .Should().Equal("a1", "a2", "b");
    }

    [Theory]
    [InlineData("2026-02", "2026-02-28", true)]
    [InlineData("2026-02", "2026-03-01", false)]
    [InlineData("2028-02", "2028-02-29", true)]
    [InlineData("2026-12", "2026-12-31", true)]
    [InlineData("2026-02-15", "2026-02-15", true)]
    [InlineData("2026-02-15", "2026-02-16", false)]
    public async Task A_month_is_usable_to_its_last_day_and_a_day_to_itself(string expires, string day, bool isUsable)
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("x", 5, expires)));

        var result = await book.Book.PostAsync(Sale("D1", day, Of("x", 1)));

        (result is PostResult.Posted).Should().Be(isUsable);
        if (result is PostResult.Refused refused)
        {
            refused.Refusal.Reason.Should().Be(RefusalReason.BatchExpired);
        }

        book.Book.Query("select expiry_precision from batch", row => row.GetString(0))
            .Should().Equal(expires.Length == 7 ? "month" : "day");
    }

    [Fact]
    public async Task Naming_another_batch_than_the_first_is_logged_with_its_reason()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("near", 3, "2026-12"), Of("late", 5, "2027-06")));

        var seq = await book.Book.PostedAsync(
            Sale("D1", "2026-01-02", Of("late", 1) with { PickReason = "客户指定" }, Of("near", 1)));

        book.Moved(seq).Should().Equal(("late", -1m), ("near", -1m));
        book.Book.Query(
                "select taken.batch_no, nearer.batch_no, reason, document_line_no from pick_override "
                + "join batch as taken using (batch_id) join batch as nearer on nearer.batch_id = nearer_batch_id",
                row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)))
            .Should().Equal(("late", "near", "客户指定", 1L));
    }

    [Fact]
    public async Task A_depot_that_wants_a_reason_refuses_an_override_without_one()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(
            Receipt("R1", "2026-01-01", Of("near", 3, "2026-12"), Of("late", 5, "2027-06"))
                with { StoreCode = Strict });
        var sale = Sale("D1", "2026-01-02", Of("late", 1)) with { StoreCode = Strict };

        (await book.Book.RefusedAsync(sale)).Reason.Should().Be(RefusalReason.PickReasonMissing);
        await book.Book.PostedAsync(sale with { Lines = [Of("late", 1) with { PickReason = "近效期破损" }] });
        await book.Book.PostedAsync(
            Sale("D2", "2026-01-02", Of("near", 1)) with { StoreCode = Strict });
    }

    [Fact]
    public async Task Expired_and_frozen_batches_are_passed_over()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("old", 3, "2026-01-15"), Of("frozen", 3, "2026-12"), Of("good", 3, "2027-06")));
        await book.Book.PostedAsync(new StockFreeze(Drug, IsFrozen: true) { BatchNo = "frozen", Reason = "召回" });

        var seq = await book.Book.PostedAsync(Sale("D1", "2026-01-20", Line(2, 10, Drug)));

        book.Moved(seq).Should().Equal(("good", -2m));
    }

    [Fact]
    public async Task A_depot_that_may_not_go_negative_sells_only_what_is_free()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(
            Receipt("R1", "2026-01-01", Of("old", 3, "2026-01-15"), Of("good", 3, "2027-06"))
                with { StoreCode = Strict });

        (await book.Book.RefusedAsync(Sale("D1", "2026-01-20", Line(4, 10, Drug)) with { StoreCode = Strict }))
            .Reason.Should().Be(RefusalReason.InsufficientStock);
        await book.Book.PostedAsync(Sale("D2", "2026-01-20", Line(3, 10, Drug)) with { StoreCode = Strict });
        (await book.Book.RefusedAsync(Sale("D3", "2026-01-20", Of("good", 1)) with { StoreCode = Strict }))
            .Reason.Should().Be(RefusalReason.InsufficientStock);
    }

    [Fact]
    public async Task Where_stock_may_go_negative_the_rest_goes_out_of_the_last_batch_picked_or_the_newest()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("near", 3, "2026-12"), Of("late", 1, "2027-06")));
        await book.Book.PostedAsync(Receipt("R2", "2026-01-02", Of("newest", 1, "2028-06"))
            with { StoreCode = Strict });

        var picked = await book.Book.PostedAsync(Sale("D1", "2026-01-03", Line(10, 10, Drug)));
        var empty = await book.Book.PostedAsync(
            Sale("D2", "2026-01-03", Line(2, 10, Drug)) with { StoreCode = OtherStore });

        book.Moved(picked).Should().Equal(("near", -3m), ("late", -7m));
        book.Moved(empty).Should().Equal(("newest", -2m));
        (await book.Book.RefusedAsync(Sale("D3", "2026-01-03", Line(1, 1, CostedByBatch)))).Reason
            .Should().Be(RefusalReason.InsufficientStock);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Two_lines_of_one_document_do_not_take_the_same_goods()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(
            Receipt("R1", "2026-01-01", Of("near", 3, "2026-12"), Of("late", 5, "2027-06"))
                with { StoreCode = Strict });

        var seq = await book.Book.PostedAsync(
            Sale("D1", "2026-01-03", Line(2, 1, Drug), Line(2, 1, Drug)) with { StoreCode = Strict });

        book.Moved(seq).Should().Equal(("near", -2m), ("near", -1m), ("late", -1m));
    }

    [Fact]
    public async Task Bins_are_kept_apart_and_locked_ones_passed_over()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("x", 2, "2026-12") with { BinCode = "A/X" },
            Of("x", 2) with { BinCode = "S8/A/1" }, Of("x", 2) with { BinCode = "A/2" }) with { StoreCode = Strict });

        await book.Book.PostedAsync(
            Sale("D1", "2026-01-03", Of("x", 1) with { BinCode = "A/2" }) with { StoreCode = Strict });
        await book.Book.PostedAsync(Sale("D2", "2026-01-03", Line(3, 1, Drug)) with { StoreCode = Strict });

        book.Book.Query(
                "select bin_code, qty from state_stock join bin using (bin_id)",
                row => (row.GetString(0), row.GetInt64(1) / Qty.Scale))
            .Should().BeEquivalentTo([("S8/A/X", 2L)]);
        (await book.Book.RefusedAsync(
            Sale("D3", "2026-01-03", Of("x", 1) with { BinCode = "A/X" }) with { StoreCode = Strict })).Reason
            .Should().Be(RefusalReason.BinLocked);
        (await book.Book.RefusedAsync(Sale("D4", "2026-01-03", Line(1, 1, Drug)) with { StoreCode = Strict })).Reason
            .Should().Be(RefusalReason.InsufficientStock);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_ordinary_item_may_lie_in_bins_and_else_leaves_no_trace_in_the_stock_by_batch()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Line(5, 50)) with { StoreCode = Strict });
        book.Book.Number("select count(*) from state_stock").Should().Be(0);

        await book.Book.PostedAsync(
            Receipt("R2", "2026-01-01", Line(5, 50) with { BinCode = "A/1" }) with { StoreCode = Strict });
        (await book.Book.RefusedAsync(
            Sale("D1", "2026-01-03", Line(6, 1) with { BinCode = "A/1" }) with { StoreCode = Strict })).Reason
            .Should().Be(RefusalReason.InsufficientStock);
        await book.Book.PostedAsync(
            Sale("D2", "2026-01-03", Line(4, 1) with { BinCode = "A/1" }) with { StoreCode = Strict });

        book.Book.Number("select cast(sum(qty) as bigint) from state_stock").Should().Be(1 * Qty.Scale);
        (await book.VerifyAsync()).Should().BeEmpty();
    }
}
