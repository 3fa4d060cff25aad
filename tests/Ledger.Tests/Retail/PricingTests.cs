using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.Retail.RetailBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Retail;

/// <summary>Lines that take their price from lists and promotions when they are posted.</summary>
public sealed class PricingTests
{
    private static readonly DateOnly From = new(2026, 1, 1);

    private static readonly DateOnly To = new(2026, 12, 31);

    private static async Task<TestBook> PricedAsync()
    {
        var book = await RetailBook.CreateAsync();
        await book.PostedAsync(new PriceNote("RETAIL",
        [
            new PriceLine(Item, 10, From),
            new PriceLine(Item, 9, From) { MinQty = Qty.Round(10) },
            new PriceLine(Item, 180, From) { Unit = "箱" },
            new PriceLine(OtherItem, 22.6m, From) { ValidTo = new DateOnly(2026, 1, 31) },
        ]));
        await book.PostedAsync(new PriceNote("VIP", [new PriceLine(Item, 8, From)]));
        return book;
    }

    [Theory]
    [InlineData(Item, 3, "", 30, 0)]
    [InlineData(Item, 9.5, "", 95, 0)]
    [InlineData(Item, 10, "", 90, 0)]
    [InlineData(Item, 1, "箱", 180, 0)]
    [InlineData(OtherItem, 2, "", 40, 5.2)]
    public async Task A_line_takes_its_price_by_quantity_and_unit(
        string item, decimal qty, string unit, decimal net, decimal tax)
    {
        await using var book = await PricedAsync();

        var seq = await book.PostedAsync(Asking("T1", Ask(qty, item) with { Unit = unit }));

        Charged(book, seq).Should().Be((net + tax, net, tax, 0, false));
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_member_pays_by_his_levels_list_and_another_by_his_own()
    {
        await using var book = await PricedAsync();
        await book.PostedAsync(LevelChange("L1", "GOLD"));
        await book.PostedAsync(new PartyMaster("C3", "诊所") { IsCustomer = true, PriceListCode = "VIP" });

        var member = await book.PostedAsync(Asking("T1", Ask(3)));
        var clinic = await book.PostedAsync(Asking("T2", Ask(3)) with { PartyCode = "C3", PriceListCode = "" });

        Charged(book, member).Should().Be((30, 24, 0, 6, false));
        Charged(book, clinic).Should().Be((24, 24, 0, 0, false));
    }

    [Fact]
    public async Task A_promotion_of_the_category_above_takes_off_and_stands_on_the_line()
    {
        await using var book = await PricedAsync();
        await book.PostedAsync(new PromotionMaster("P2", "八折", PromotionKind.Discount, From, To)
        {
            DiscountRate = 0.2m, Scopes = [new(PromotionScopeKind.Category, "A"), new(PromotionScopeKind.Store, Store)],
        });
        await book.PostedAsync(new PromotionMaster("P1", "九折", PromotionKind.Discount, From, To)
        {
            DiscountRate = 0.1m,
        });

        var best = await book.PostedAsync(Asking("T1", Ask(3)));
        var stated = await book.PostedAsync(Asking("T2", Ask(3) with { PromotionCode = "P1" }));
        var elsewhere = await book.PostedAsync(Asking("T3", Ask(3)) with { StoreCode = OtherStore });

        Charged(book, best).Should().Be((30, 24, 0, 6, true));
        Charged(book, stated).Should().Be((30, 27, 0, 3, true));
        Charged(book, elsewhere).Should().Be((30, 27, 0, 3, true));
        book.Number($"select promotion_id from document_line where seq = {best}")
            .Should().Be(book.Number("select promotion_id from promotion where promotion_code = 'P2'"));
    }

    [Fact]
    public async Task A_threshold_is_spread_over_the_lines_and_the_ticket_settled_after_it()
    {
        await using var book = await PricedAsync();
        await book.PostedAsync(new PromotionMaster("M", "满50减10", PromotionKind.SpendAmountOff, From, To)
        {
            Terms = [new PromotionTerm { Threshold = Money.Round(50), Off = Money.Round(10) }],
        });

        var seq = await book.PostedAsync(Asking("T1", Ask(3), Ask(1, OtherItem)) with
        {
            Tenders = [Pay("CASH", 42.6m)], StatedTotal = Money.Round(42.6m),
        });

        // 10 over 30 and 22.60: 5.70 and 4.29, and a cent on the larger.
        book.Query(
            $"select net_amount + tax_amount, discount_amount from document_line where seq = {seq} order by line_no",
            row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((24_2900, 5_7100), (18_3100, 4_2900));
        await book.VerifiesAsync();
    }

    [Fact]
    public async Task A_price_that_came_after_is_the_price_from_then_on()
    {
        await using var book = await PricedAsync();
        await book.PostedAsync(Asking("T1", Ask(1)));
        await book.PostedAsync(new PriceNote("RETAIL", [new PriceLine(Item, 12, new DateOnly(2030, 1, 1))]));

        var now = await book.PostedAsync(Asking("T2", Ask(1)));
        var then = await book.PostedAsync(Asking("T3", Ask(1)) with { BusinessAt = Day("2030-01-02") });

        Charged(book, now).Net.Should().Be(10);
        Charged(book, then).Net.Should().Be(12);
    }

    public static TheoryData<RefusalReason, Document> Wrong => new()
    {
        { RefusalReason.NoPrice, Asking("X", Ask(1, OtherItem)) with { BusinessAt = Day("2026-02-01") } },
        { RefusalReason.NoPrice, Asking("X", Ask(1)) with { PriceListCode = "" } },
        { RefusalReason.UnknownMaster, Asking("X", Ask(1)) with { PriceListCode = "NONE" } },
        { RefusalReason.AmountStatedTwice, Asking("X", Line(1, 10) with { TakesPrice = true }) },
        { RefusalReason.PromotionNotApplied, Asking("X", Ask(1) with { PromotionCode = "P9" }) },
        { RefusalReason.Unbalanced, Asking("X", Ask(1)) with { StatedTotal = Money.Round(9.99m) } },
        { RefusalReason.PartNotTaken, Return("X", "2026-01-03", "", Ask(1)) },
        { RefusalReason.PartNotTaken, Receipt("X", "2026-01-03", Line(1, 1)) with { PriceListCode = "RETAIL" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_line_that_has_no_price_is_refused(RefusalReason reason, Document document)
    {
        await using var book = await PricedAsync();
        await book.PostedAsync(new PromotionMaster("P9", "旧", PromotionKind.Discount, To, To) { DiscountRate = 0.2m });

        (await book.RefusedAsync(document)).Reason.Should().Be(reason);
    }

    public static TheoryData<RefusalReason, PromotionMaster> WrongPromotions => new()
    {
        { RefusalReason.ValueMissing, new PromotionMaster("X", "x", PromotionKind.Bundle, From, To) { UnitPrice = 1 } },
        {
            RefusalReason.ValueMissing,
            new PromotionMaster("X", "x", PromotionKind.SpendAmountOff, From, To) { Terms = [new PromotionTerm()] }
        },
        {
            RefusalReason.ValueMissing,
            new PromotionMaster("X", "x", PromotionKind.SpendRateOff, From, To)
            {
                Terms = [new PromotionTerm { Threshold = Money.Round(1) }],
            }
        },
        {
            RefusalReason.UnknownItem,
            new PromotionMaster("X", "x", PromotionKind.Bundle, From, To)
            {
                UnitPrice = 1, Terms = [new PromotionTerm { ItemCode = "?", Quantity = Qty.Round(1) }],
            }
        },
    };

    [Theory]
    [MemberData(nameof(WrongPromotions))]
    public async Task A_promotion_without_its_terms_is_refused(RefusalReason reason, PromotionMaster master)
    {
        await using var book = await TestBook.CreateAsync();

        (await book.RefusedAsync(master)).Reason.Should().Be(reason);
    }

    private static Document Asking(string number, params DocumentLine[] lines) =>
        Sale(number, "2026-01-03", lines) with { PriceListCode = "RETAIL" };

    private static DocumentLine Ask(decimal qty, string item = Item) =>
        new(item, Qty.Round(qty), Money.Zero) { TakesPrice = true };

    private static (decimal List, decimal Net, decimal Tax, decimal Discount, bool IsPromoted) Charged(
        TestBook book, long seq) => book.Query(
        "select list_amount, net_amount, tax_amount, discount_amount, promotion_id from document_line "
        + $"where seq = {seq}",
        row => (Yuan(row.GetInt64(0)), Yuan(row.GetInt64(1)), Yuan(row.GetInt64(2)), Yuan(row.GetInt64(3)),
            row.GetInt64(4) > 0)).Single();

    private static decimal Yuan(long units) => (decimal)units / Money.Scale;
}
