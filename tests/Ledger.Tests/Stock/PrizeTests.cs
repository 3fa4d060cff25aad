using Analytics.Ledger.Posting;
using Analytics.Ledger.Prizes;
using Analytics.Ledger.Tests.Documents;
using Analytics.Ledger.Tests.Sales;
using static Analytics.Ledger.Tests.Sales.SalesBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>Prize tokens: collected from customers, handed to the supplier, made good by him (附件回收、兑奖).</summary>
public sealed class PrizeTests
{
    private const string Cap = "CAP";

    [Fact]
    public async Task Tokens_are_worth_what_is_given_for_them_and_the_supplier_makes_them_good()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 30)));
        var collected = Of(
            DocumentKind.PrizeCollection, "P1", "2026-01-03", Line(20, 20, Cap),
            Line(4, 14) with { IsBack = true });
        await Restores.EverythingAsync(book, collected with { DocumentNo = "P0" });

        await book.PostedAsync(collected);

        // 20 caps at 1; 4 bottles that cost 12 are reckoned at 14, so 6 are owed.
        Balances(book).Should().Equal(("1405", 38m), ("2202", -30m), ("2241", -6m), ("6601", -2m));
        var claim = Supplied(DocumentKind.PrizeClaim, "C1", "2026-01-05", Line(15, 18, Cap));
        await Restores.EverythingAsync(book, claim with { DocumentNo = "C0" });
        await book.PostedAsync(claim);
        Balances(book).Should().Equal(
            ("1221", 18m), ("1405", 23m), ("2202", -30m), ("2241", -6m), ("6601", -5m));
        var made = Supplied(
            DocumentKind.PrizeReceipt, "G1", "2026-01-08", Line(4, 10) with { TaxAmount = Money.Round(1.3m) }) with
        {
            Settles = [new Settlement(new OpenItemRef("prize_claim", "C1"))],
        };
        await Restores.EverythingAsync(book, made with { DocumentNo = "G0" });

        await book.PostedAsync(made);

        Balances(book).Should().Equal(
            ("1221", 6.7m), ("1405", 33m), ("2202", -30m), ("2221", 1.3m), ("2241", -6m), ("6601", -5m));
        book.Number("select count(*) from state_open_item where account = '1221'").Should().Be(1);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_goods_given_for_tokens_cost_later_is_an_expense_of_sales()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 30)));
        var seq = await book.PostedAsync(Of(
            DocumentKind.PrizeCollection, "P1", "2026-01-03", Line(4, 12, Cap), Line(4, 12) with { IsBack = true }));

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 50)));

        Balances(book).Should().Equal(("1405", 76m), ("2202", -80m), ("6601", 4m));
        book.Number($"select cost_amount from cost_adjustment where original_seq = {seq}").Should()
            .Be(-40_000, "the line that gives goods is negative, so that it now costs -16");
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task A_customer_is_given_the_price_of_his_own_list_for_a_token()
    {
        await using var book = await CreateAsync();
        var from = new DateOnly(2026, 1, 1);
        await book.PostedAsync(new PriceListMaster("TOKENS", "兑换价") { IncludesTax = true, ValidFrom = from });
        await book.PostedAsync(new PriceNote("TOKENS", [new PriceLine(Cap, 0.8m, from)]));
        await book.PostedAsync(new PartyMaster(Customer, "王小明") { IsCustomer = true, PriceListCode = "TOKENS" });
        var bare = Line(5, 0, Cap) with { TakesPrice = true };

        await book.PostedAsync(Of(DocumentKind.PrizeCollection, "P1", "2026-01-03", bare));

        Balances(book).Should().Equal(("1405", 4m), ("2241", -4m));
        (await RefusedAsync(book, Of(DocumentKind.PrizeCollection, "P2", "2026-01-03", bare) with
        {
            PartyCode = OtherCustomer,
        })).Should().Be(RefusalReason.NoPrice);
        await IsConservedAsync(book);
    }

    [Fact]
    public async Task What_was_bought_says_how_many_tokens_may_come_back()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Of(DocumentKind.Sale, "D1", "2026-01-03", Line(10, 40)));
        await book.PostedAsync(Return("T1", "2026-01-04", "D1", Line(2, 8)));
        await book.PostedAsync(Of(DocumentKind.Sale, "D2", "2026-01-04", Line(3, 40, OtherItem)));
        await book.PostedAsync(Of(DocumentKind.DeliveryNote, "N1", "2026-01-04", Line(4, 16)));
        await book.PostedAsync(Of(
            DocumentKind.DeliveryReceipt, "N2", "2026-01-05", Line(3, 12), Line(1, 0) with { IsBack = true }) with
        {
            OriginalNo = "N1",
        });
        await book.PostedAsync(Of(DocumentKind.Sale, "D3", "2026-02-01", Line(7, 40)));
        await book.PostedAsync(Of(DocumentKind.PrizeCollection, "P1", "2026-01-06", Line(5, 5, Cap)));
        await book.PostedAsync(Of(DocumentKind.PrizeCollection, "P2", "2026-01-07", Line(9, 9, Cap)));
        await book.PostedAsync(new Reversal("prize_collection:P2", "P2-R"));
        await using var view = await book.Book.ReadAsync(default);

        var standing = (await new PrizeReader(view).ReadAsync(
            IdOf(book, Cap), [new(IdOf(book, Item), Qty.Round(1)), new(IdOf(book, OtherItem), Qty.Round(2))],
            new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), default)).Should().ContainSingle().Subject;

        // 8 sold and 3 signed for with a cap each, 3 with two.
        standing.Due.Should().Be(Qty.Round(17));
        standing.Collected.Should().Be(Qty.Round(5));
        standing.Left.Should().Be(Qty.Round(12));
        standing.Granted.Should().Be(Money.Round(5));
    }

    [Fact]
    public async Task What_makes_no_sense_of_tokens_is_refused()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 30)));

        (await RefusedAsync(book, Of(
            DocumentKind.PrizeCollection, "P1", "2026-01-03", Line(4, 4, Cap), Line(2, 5) with { IsBack = true })))
            .Should().Be(RefusalReason.Unbalanced);
        (await RefusedAsync(book, Of(DocumentKind.PrizeCollection, "P1", "2026-01-03", Line(4, 4, Cap)) with
        {
            PartyCode = "",
        })).Should().Be(RefusalReason.CodeMissing);
        (await RefusedAsync(book, Of(DocumentKind.PrizeClaim, "C1", "2026-01-03", Line(4, 4, Cap))))
            .Should().Be(RefusalReason.WrongPartyRole);
        (await RefusedAsync(book, Supplied(DocumentKind.PrizeClaim, "C1", "2026-01-03", Line(4, 4, Cap)) with
        {
            StoreCode = StrictStore,
        })).Should().Be(RefusalReason.InsufficientStock);
        var made = Supplied(DocumentKind.PrizeReceipt, "G1", "2026-01-08", Line(1, 3));
        (await RefusedAsync(book, made with { RestAccount = "1221" })).Should().Be(RefusalReason.PartNotTaken);
        (await RefusedAsync(book, made with
        {
            Settles = [new Settlement(new OpenItemRef("purchase_receipt", "R1") { Account = "2202" })],
        })).Should().Be(RefusalReason.AllocationAcross);
    }

    private static async Task<TestBook> CreateAsync()
    {
        var book = await SalesBook.CreateAsync();
        await book.PostedAsync(new ItemMaster(Cap, "瓶盖", "A1") { BaseUnit = "个" });
        return book;
    }

    private static Document Supplied(DocumentKind kind, string number, string date, DocumentLine line) =>
        new(kind, number, Day(date))
        {
            StoreCode = Store, PartyCode = Supplier, Tender = Tender.Account, Lines = [line],
        };

    private static long IdOf(TestBook book, string item) =>
        book.Number($"select item_id from item where item_code = '{item}'");
}
