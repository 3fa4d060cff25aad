using Analytics.Ledger.Posting;
using Analytics.Ledger.Purchasing;
using Analytics.Ledger.Tests.Documents;
using static Analytics.Ledger.Tests.Purchasing.Buying;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Purchasing;

public sealed class PurchaseReturnTests
{
    private static Document Return => Bought(DocumentKind.PurchaseReturn, "T1", "2026-01-05", Line(4, 0)) with
    {
        OriginalNo = "R2",
    };

    [Fact]
    public async Task Goods_go_back_at_the_receipts_price_out_of_the_pool_at_its_own()
    {
        await using var book = await WithReceiptsAsync();

        var seq = await book.PostedAsync(Return);

        // 4 of 10 bought at 20, the pool at 15: 80 and 10.4 tax credited, 60 out of stock, 20 gained.
        Balances(book).Should().Be("1405 240, 2202 -248.6, 2221 28.6, 6401 -20");
        Open(book).Should().Be("2202 R1 -113, 2202 R2 -226, 2202 T1 90.4");
        book.Query(
            $"select qty, net_amount, tax_amount, cost_amount from document_line where seq = {seq}",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)))
            .Should().Equal((-40_000, -800_000, -104_000, -600_000));
        await RefusesAsync(
            book, RefusalReason.ExceedsOriginal, Return with { DocumentNo = "T2", Lines = [Line(7, 0)] });
        await RefusesAsync(book, RefusalReason.OriginalTakenBack, new Reversal("purchase_receipt:R2", "R2-R"));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_return_without_its_receipt_is_owed_what_it_says()
    {
        await using var book = await WithReceiptsAsync();

        await book.PostedAsync(Return with { OriginalNo = "", Lines = [Taxed(4, 70, 9.1m)] });

        Balances(book).Should().Be("1405 240, 2202 -259.9, 2221 29.9, 6401 -10");
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_return_that_states_its_cost_takes_that_out_of_the_pool()
    {
        await using var book = await WithReceiptsAsync();

        await book.PostedAsync(Return with { Lines = [Line(10, 0, cost: 200)] });

        Balances(book).Should().Be("1405 100, 2202 -113, 2221 13");
    }

    [Fact]
    public async Task Pieces_of_a_receipt_go_back_at_all_it_cost()
    {
        await using var book = await WithReceiptsAsync();
        await book.PostedAsync(Receipt("R3", "2026-01-03", Line(3, 10)));
        var before = Balances(book);
        for (var piece = 1; piece <= 3; piece++)
        {
            await book.PostedAsync(Return with { DocumentNo = $"T{piece}", OriginalNo = "R3", Lines = [Line(1, 0)] });
        }

        Balances(book).Should().NotBe(before);
        book.Number("select sum(net_amount) from document_line join document using (seq) "
            + "where kind = 'purchase_return'").Should().Be(-10 * Money.Scale);
        IsWhole(book);
    }

    [Fact]
    public async Task Its_reversal_restores_everything_also_once_it_was_costed_again()
    {
        await using var book = await WithReceiptsAsync();
        await Restores.EverythingAsync(book, Return, Kept);
        await book.PostedAsync(Return with { DocumentNo = "T2", Key = "t2" });
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 600)));
        book.Number("select cost_amount from cost_adjustment where kind = 'purchase_return'")
            .Should().Be(-60 * Money.Scale, "the line is negative, and dearer now");

        await book.PostedAsync(new Reversal("t2", "T2-R") { BusinessAt = Day("2026-01-06") });

        Balances(book).Should().Be("1405 900, 2202 -939, 2221 39");
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task A_linked_return_takes_the_receipts_batch_expired_or_not()
    {
        await using var book = await WithReceiptsAsync();
        await book.PostedAsync(new ItemMaster("B", "阿莫西林", "A1") { BaseUnit = "盒", IsBatchTracked = true });
        var first = Line(5, 50, "B") with { BatchNo = "b1", ExpiresOn = "2026-01-04" };
        await book.PostedAsync(Receipt("R4", "2026-01-01", first));
        await book.PostedAsync(
            Receipt("R5", "2026-01-01", Line(5, 60, "B") with { BatchNo = "b2", ExpiresOn = "2026-06" }));

        await book.PostedAsync(Return with { OriginalNo = "R5", Lines = [Line(2, 0, "B")] });
        await book.PostedAsync(Return with { DocumentNo = "T2", OriginalNo = "R4", Lines = [Line(5, 0, "B")] });

        book.Query(
            "select batch_no, sum(state_stock.qty) from state_stock join state_batch using (batch_id) "
            + "group by batch_no order by batch_no",
            row => (row.GetString(0), Convert.ToInt64(row.GetValue(1), null) / Qty.Scale)).Should().Equal(("b2", 3));
        await VerifiesAsync(book);
    }

    [Fact]
    public async Task What_is_not_in_stock_does_not_go_back()
    {
        await using var book = await CreateAsync();

        await RefusesAsync(
            book, RefusalReason.InsufficientStock, Return with { OriginalNo = "", StoreCode = StrictStore });
        await RefusesAsync(book, RefusalReason.WrongPartyRole, Return with { OriginalNo = "", PartyCode = Customer });
        await RefusesAsync(book, RefusalReason.UnknownOriginal, Return);
    }

    [Fact]
    public async Task The_last_price_is_that_of_the_latest_receipt_that_stands()
    {
        await using var book = await WithReceiptsAsync();
        await book.PostedAsync(
            Receipt("R3", "2026-01-09", Line(1, 90)) with { PartyCode = OtherSupplier });
        await book.PostedAsync(Receipt("G1", "2026-01-10", Line(1, 0) with { Purpose = LinePurpose.Gift }));
        var item = book.Number($"select id from state_master where kind = 'item' and code = '{Item}'");
        var supplier = book.Number($"select id from state_master where kind = 'party' and code = '{Supplier}'");

        (await PriceAsync(item, null)).Should().Be(90);
        (await PriceAsync(item, supplier)).Should().Be(20);
        await book.PostedAsync(new Reversal("purchase_receipt:R3", "R3-R"));
        (await PriceAsync(item, null)).Should().Be(20);
        await book.PostedAsync(new Reversal("purchase_receipt:R2", "R2-R") { BusinessAt = Day("2026-01-20") });
        (await PriceAsync(item, supplier)).Should().Be(10);

        await using var view = await book.Book.ReadAsync(default);
        var history = new PriceHistory(view);
        (await history.LastOfEachAsync(default).Select(price => price.GrossPrice).ToListAsync()).Should().Equal(11.3m);
        (await history.ReadAsync(item, null, 5, default).ToListAsync()).Should().ContainSingle();
        await VerifiesAsync(book);

        async Task<decimal?> PriceAsync(long itemId, long? partyId)
        {
            await using var now = await book.Book.ReadAsync(default);
            return (await new PriceHistory(now).LastAsync(itemId, partyId, default))?.NetPrice;
        }
    }

    private static async Task<TestBook> WithReceiptsAsync()
    {
        var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Taxed(10, 100, 13)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Taxed(10, 200, 26)));
        return book;
    }
}
