using Analytics.Ledger.Posting;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Stock.StockBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Counts of all of a depot, an area or a category (整仓盘点).</summary>
public sealed class WholeCountTests
{
    [Fact]
    public async Task A_count_of_a_whole_depot_takes_what_it_does_not_list_as_nothing()
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(new ItemMaster("B1", "阿莫西林", "A1") { IsBatchTracked = true });
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(5, 50, "B1") with { BatchNo = "X1" }));
        await book.PostedAsync(Receipt("R3", "2026-01-02", Line(4, 60, "B1") with { BatchNo = "X2" }));
        await book.PostedAsync(Receipt("R4", "2026-01-02", Line(7, 70, OtherItem)));
        await book.PostedAsync(Receipt("R5", "2026-01-02", Line(7, 70)) with { StoreCode = OtherStore });
        await book.PostedAsync(Sale("D1", "2026-01-09", Line(4, 80, OtherItem)));
        await book.PostedAsync(new ItemMaster(OtherItem, "板蓝根颗粒", "A1") { BaseUnit = "袋", IsActive = false });
        var count = Of(
            DocumentKind.StockCount, "C1", "2026-01-05", Line(9, 0), Line(5, 0, "B1") with { BatchNo = "X1" }) with
        {
            Whole = new CountScope(),
        };
        await Restores.EverythingAsync(book, count with { DocumentNo = "C0" });

        var seq = await book.PostedAsync(count);

        Counted(book, seq).Should().Equal(
            "I1  10 9", "B1 X1 5 5", "I2  7 0", "B1 X2 4 0");
        book.Depots(OtherItem).Should().Equal((Store, -4, -40));
        // 1 at 10, 7 at 10, and 4 at the average of 110 for 9.
        book.Accounts().Should().Equal(("1405", 181.1111m), ("1901", 128.8889m), ("6401", 40));
        await book.HoldsAsync();
    }

    [Fact]
    public async Task A_count_of_an_area_or_a_category_leaves_the_rest_alone()
    {
        await using var book = await StockedAsync();
        await book.PostedAsync(new CategoryMaster("A2", "维生素", "A"));
        await book.PostedAsync(new ItemMaster("V", "维生素C", "A2"));
        await book.PostedAsync(new BinMaster(Store, "K", "1"));
        await book.PostedAsync(new BinMaster(Store, "K", "2"));
        await book.PostedAsync(new BinMaster(Store, "L", "1"));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(3, 30, "V")));
        await book.PostedAsync(Receipt(
            "R3", "2026-01-02", Line(4, 40) with { BinCode = "K/1" }, Line(5, 50) with { BinCode = "K/2" },
            Line(6, 60) with { BinCode = "L/1" }));
        Document Whole(string number, CountScope scope, DocumentLine line) =>
            Of(DocumentKind.StockCount, number, "2026-01-05", line) with { Whole = scope };

        var area = await book.PostedAsync(
            Whole("C1", new CountScope { AreaCode = "K" }, Line(4, 0) with { BinCode = "K/1" }));
        var category = await book.PostedAsync(
            Whole("C2", new CountScope { CategoryCode = "A1" }, Line(4, 0) with { BinCode = "K/1" }));
        var above = await book.PostedAsync(Whole("C3", new CountScope { CategoryCode = "A" }, Line(0, 0, OtherItem)));

        Counted(book, area).Should().Equal("I1  4 4", "I1  5 0");
        Counted(book, category).Should().Equal(["I1  4 4", "I1  10 0", "I1  6 0"], "what has no bin is counted too");
        Counted(book, above).Should().Equal("I2  0 0", "I1  4 0", "V  3 0");
        book.Number("select count(*) from state_pool where qty <> 0").Should().Be(0);
        await book.HoldsAsync();
    }

    [Theory]
    [InlineData(8, 30)]
    [InlineData(12, -30)]
    public async Task What_a_count_missed_or_found_follows_a_receipt_that_comes_late(int counted, int pending)
    {
        await using var book = await TestBook.CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        var seq = await book.PostedAsync(Of(DocumentKind.StockCount, "C1", "2026-01-05", Line(counted, 0)));

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 200)));

        // Two at 15 instead of 10, missed or found.
        book.Accounts().Should().Contain(("1405", 300 - pending)).And.Contain(("1901", pending));
        var line = book.Number($"select cost_amount from document_line where seq = {seq}");
        var since = book.Number($"select sum(cost_amount) from cost_adjustment where original_seq = {seq}");
        var value = book.Number($"select sum(value) from stock_movement where qty <> 0 and seq = {seq}");
        line.Should().Be(value);
        (line + since).Should().Be(-pending * Money.Scale);
        await book.HoldsAsync();
    }

    [Fact]
    public async Task A_scope_that_is_none_is_refused()
    {
        await using var book = await StockedAsync();
        var count = Of(DocumentKind.StockCount, "C1", "2026-01-05", Line(9, 0));

        (await book.RefusedAsync(count with { Whole = new CountScope { AreaCode = "K" } }))
            .Reason.Should().Be(RefusalReason.UnknownBin);
        (await book.RefusedAsync(count with { Whole = new CountScope { CategoryCode = "K" } }))
            .Reason.Should().Be(RefusalReason.UnknownCategory);
        (await book.RefusedAsync(count with { Whole = new CountScope { CategoryCode = "a\n" } }))
            .Reason.Should().Be(RefusalReason.TextInvalid);
        (await book.RefusedAsync(count with { Whole = new CountScope { CategoryCode = null! } }))
            .Reason.Should().Be(RefusalReason.ValueMissing);
        (await book.RefusedAsync(Of(DocumentKind.StockDamage, "X1", "2026-01-03", Line(3, 0)) with
        {
            Whole = new CountScope(),
        })).Reason.Should().Be(RefusalReason.PartNotTaken);
        await book.PostedAsync(count);
        (await book.RefusedAsync(count with { Whole = new CountScope() }))
            .Reason.Should().Be(RefusalReason.DuplicateKey, "it is another content");
    }

    private static async Task<TestBook> StockedAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        return book;
    }

    /// <summary>The lines of a count: item, batch, what the book said, what was counted.</summary>
    private static List<string> Counted(TestBook book, long seq) => book.Query(
        "select (select max(item_code) from item where item.item_id = line.item_id), coalesce(batch_no, ''), "
        + "book_qty / 10000, counted_qty / 10000 from stock_count_line line left join batch using (batch_id) "
        + $"where line.seq = {seq} order by line.line_no",
        row => $"{row.GetString(0)} {row.GetString(1)} {row.GetInt64(2)} {row.GetInt64(3)}");
}
