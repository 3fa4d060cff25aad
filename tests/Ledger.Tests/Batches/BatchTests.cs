using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class BatchTests
{
    public static TheoryData<RefusalReason, Submission> Refused => new()
    {
        { RefusalReason.BatchMissing, Receipt("X", "2026-01-05", Line(1, 1, Drug)) },
        { RefusalReason.BatchMissing, Opening("X", Line(1, 1, Drug)) },
        { RefusalReason.BatchMissing, Return("X", "2026-01-05", "", Line(1, 1, Drug)) },
        { RefusalReason.BatchMissing, Sale("X", "2026-01-05", Line(1, 1, Drug) with { LotNo = "1" }) },
        { RefusalReason.ItemWithoutBatches, Receipt("X", "2026-01-05", Of("a", 1, item: Item)) },
        { RefusalReason.ItemWithoutBatches, Receipt("X", "2026-01-05", Of("", 1, "2027-01", Item)) },
        { RefusalReason.ItemWithoutBatches, Sale("X", "2026-01-05", Of("a", 1, item: Item)) },
        { RefusalReason.ItemWithoutBatches, Return("X", "2026-01-05", "D2", Of("a", 1, item: Item)) },
        { RefusalReason.BatchDiffers, Receipt("X", "2026-01-05", Of("a", 1, "2027-05")) },
        { RefusalReason.BatchDiffers, Receipt("X", "2026-01-05", Made("a", new DateOnly(2025, 1, 1))) },
        { RefusalReason.BatchDiffers, Sale("X", "2026-01-05", Of("a", 1, "2027-05")) },
        { RefusalReason.BatchDiffers, Return("X", "2026-01-05", "D1", Of("a", 1, "2027-05")) },
        { RefusalReason.ExpiryInvalid, Receipt("X", "2026-01-05", Of("new", 1, "2027-13")) },
        { RefusalReason.ExpiryInvalid, Receipt("X", "2026-01-05", Of("new", 1, "2027-1-5")) },
        { RefusalReason.ExpiryInvalid, Receipt("X", "2026-01-05", Of("new", 1, "9999-12")) },
        { RefusalReason.ExpiryInvalid, Receipt("X", "2026-01-05", Made("new", new DateOnly(2028, 1, 1))) },
        { RefusalReason.ExpiryInvalid, Receipt("X", "2026-01-05", Made("new", new DateOnly(1, 1, 1))) },
        { RefusalReason.UnknownBatch, Sale("X", "2026-01-05", Of("new", 1)) },
        { RefusalReason.UnknownBatch, Return("X", "2026-01-05", "D1", Of("new", 1)) },
        { RefusalReason.ExceedsOriginal, Return("X", "2026-01-05", "D1", Of("b", 1)) },
        { RefusalReason.UnknownBin, Receipt("X", "2026-01-05", Of("a", 1) with { BinCode = "Z/9" }) },
        { RefusalReason.UnknownBin, Receipt("X", "2026-01-05", Of("a", 1) with { BinCode = "S8/A/1" }) },
        { RefusalReason.UnknownBin, Sale("X", "2026-01-05", Line(1, 1) with { BinCode = "Z/9" }) },
        { RefusalReason.StockFrozen, Sale("X", "2026-01-05", Of("b", 1)) },
        { RefusalReason.TextInvalid, Receipt("X", "2026-01-05", Of("a\n", 1)) },
        { RefusalReason.ValueMissing, Receipt("X", "2026-01-05", Of("a", 1) with { TraceCodes = null! }) },
        { RefusalReason.ValueMissing, Receipt("X", "2026-01-05", Of("a", 1) with { TraceCodes = [null!] }) },
        { RefusalReason.ValueMissing, Receipt("X", "2026-01-05", Of(null!, 1)) },
        { RefusalReason.ItemHasBatches, new ItemMaster(Drug, "阿莫西林", "A1") },
        { RefusalReason.UnknownMaster, new ItemMaster("X", "x", "A1") { CostClassCode = "nothing" } },
        { RefusalReason.NotFrozen, new StockFreeze(Drug, IsFrozen: false) { BatchNo = "a" } },
        { RefusalReason.UnknownBatch, new StockFreeze(Drug, IsFrozen: true) { BatchNo = "new" } },
        { RefusalReason.UnknownItem, new StockFreeze("nothing", IsFrozen: true) },
        { RefusalReason.UnknownDepot, new StockFreeze(Drug, IsFrozen: true) { DepotCode = "nowhere" } },
        { RefusalReason.ValueMissing, new StockFreeze(Drug, IsFrozen: true) { Reason = null! } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_posted_is_refused_with_its_reason_and_leaves_nothing(
        RefusalReason reason, Submission submission)
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("a", 9, "2027-06"), Of("b", 9, "2027-06")));
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", Of("a", 5)));
        await book.Book.PostedAsync(Sale("D2", "2026-01-02", Line(5, 5)));
        await book.Book.PostedAsync(new StockFreeze(Drug, IsFrozen: true) { BatchNo = "b", DepotCode = Store });
        var before = book.Book.Number("select seq from head");

        (await book.Book.RefusedAsync(submission)).Reason.Should().Be(reason);

        book.Book.Number("select seq from head").Should().Be(before);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Several_new_batches_of_one_document_each_have_an_id_of_their_own()
    {
        await using var book = await OpenAsync();

        var seq = await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("a", 1, "2027-06"), Of("b", 1), Of("a", 1) with { LotNo = "2" },
            Of("a", 2, "2027-06"), Of("a", 1, item: CostedByBatch)));

        book.Book.Query("select batch_id from batch order by 1", row => row.GetInt64(0))
            .Should().Equal(new[] { 1, 2, 3, 5 }.Select(line => (seq * 100_000) + line));
        book.OnHand("a", Store).Should().Be(5);
    }

    [Fact]
    public async Task A_later_receipt_takes_the_batchs_dates_and_may_state_the_same_day_otherwise()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("a", 1, "2027-06")));
        await book.Book.ReopenAsync();

        await book.Book.PostedAsync(Receipt("R2", "2026-01-02", Of("a", 1), Of("a", 1, "2027-06-30")));

        book.Book.Query(
                "select expires_on, expiry_precision from batch", row => (row.GetInt64(0), row.GetString(1)))
            .Should().Equal((20270630L, "month"));
        book.OnHand("a", Store).Should().Be(3);
    }

    [Fact]
    public async Task A_linked_return_goes_back_to_the_batches_it_was_sold_from()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("near", 3, "2026-12"), Of("late", 5, "2027-06")));
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", Line(5, 50, Drug)));

        var named = await book.Book.PostedAsync(Return("T1", "2026-01-03", "D1", Of("late", 1)));
        var rest = await book.Book.PostedAsync(Return("T2", "2026-01-03", "D1", Line(4, 40, Drug)));

        book.Moved(named).Should().Equal(("late", 1m));
        book.Moved(rest).Should().Equal(("near", 3m), ("late", 1m));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_unlinked_return_of_a_batch_never_seen_makes_it()
    {
        await using var book = await OpenAsync();

        await book.Book.PostedAsync(Return("T1", "2026-01-03", "", Of("a", 1, "2027-06")));

        book.OnHand("a", Store).Should().Be(1);
    }

    [Fact]
    public async Task What_was_in_stock_before_an_item_was_kept_by_batch_goes_first()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Line(5, 50)));
        await book.Book.PostedAsync(new ItemMaster(Item, "感冒灵颗粒", "A1") { BaseUnit = "盒", IsBatchTracked = true });
        await book.Book.PostedAsync(Receipt("R2", "2026-01-02", Of("a", 5, "2026-06", Item)));

        var seq = await book.Book.PostedAsync(Sale("D1", "2026-01-03", Line(7, 70)));
        await book.Book.ReopenAsync();
        await book.Book.PostedAsync(Return("T1", "2026-01-04", "D1", Line(6, 70)));

        book.Moved(seq).Should().Equal(("", -5m), ("a", -2m));
        book.OnHand("a", Store).Should().Be(4);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Freezing_locks_at_once_and_only_what_it_names()
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of("a", 9, "2027-06"), Line(9, 9)));
        await book.Book.PostedAsync(Receipt("R2", "2026-01-01", Of("a", 9)) with { StoreCode = OtherStore });
        var freeze = new StockFreeze(Drug, IsFrozen: true) { BatchNo = "a", DepotCode = Store, Reason = "质量可疑" };

        var results = await book.Book.Journal.PostAsync(
            [
                freeze, freeze, Sale("D1", "2026-01-02", Of("a", 1)),
                Sale("D2", "2026-01-02", Of("a", 1)) with { StoreCode = OtherStore },
                new StockFreeze(Item, IsFrozen: true), Sale("D3", "2026-01-02", Line(1, 1)),
                freeze with { IsFrozen = false }, Sale("D4", "2026-01-02", Of("a", 1)),
            ],
            default);

        results.Select(result => result.GetType().Name).Should().Equal(
            "Posted", "AlreadyThere", "Refused", "Posted", "Posted", "Refused", "Posted", "Posted");
        await book.Book.ReopenAsync();
        (await book.Book.RefusedAsync(Sale("D5", "2026-01-02", Line(1, 1)))).Reason
            .Should().Be(RefusalReason.StockFrozen);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(CostedByBatch, 40)]
    [InlineData(Drug, 25)]
    public async Task Cost_goes_by_batch_only_where_the_class_says_so(string item, decimal cost)
    {
        await using var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("near", 3, "2026-12", item, 30), Of("late", 3, "2027-06", item, 120)));

        var seq = await book.Book.PostedAsync(Sale("D1", "2026-01-02", Of("late", 1, item: item)));

        book.Book.Number($"select cost_amount from document_line where seq = {seq}")
            .Should().Be((long)(cost * Money.Scale));
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(CompanyWide)]
    [InlineData(PlainCompanyWide)]
    public async Task A_strict_depot_sells_what_it_has_itself_though_the_pool_is_the_companys(string item)
    {
        await using var book = await OpenAsync();
        var batch = item == CompanyWide ? "a" : "";
        await book.Book.PostedAsync(Receipt("R1", "2026-01-01", Of(batch, 3, item: item, net: 30)));
        await book.Book.PostedAsync(
            Receipt("R2", "2026-01-01", Of(batch, 1, item: item, net: 50)) with { StoreCode = Strict });
        await book.Book.ReopenAsync();

        (await book.Book.RefusedAsync(Sale("D1", "2026-01-02", Line(2, 1, item)) with { StoreCode = Strict })).Reason
            .Should().Be(RefusalReason.InsufficientStock);
        var seq = await book.Book.PostedAsync(Sale("D2", "2026-01-02", Line(1, 1, item)) with { StoreCode = Strict });

        book.Book.Number($"select cost_amount from document_line where seq = {seq}").Should().Be(20 * Money.Scale);
        (await book.VerifyAsync()).Should().BeEmpty();
    }

    private static Document Opening(string number, DocumentLine line) =>
        Receipt(number, "2026-01-05", line) with { Kind = DocumentKind.OpeningStock, PartyCode = "" };

    private static DocumentLine Made(string batch, DateOnly produced) =>
        Of(batch, 1, "2027-06") with { ProducedOn = produced };
}
