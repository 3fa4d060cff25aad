using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

public sealed class AssemblyTests
{
    [Fact]
    public async Task A_product_is_worth_its_components_and_the_fee_and_follows_them()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Assembly("P1", "2026-01-03", Line(4, 0), Made(2, 1)) with
        {
            FeeAmount = Money.Round(5), ContraAccount = Account.Bank,
        });
        await book.PostedAsync(Sale("D1", "2026-01-04", Line(1, 90, OtherItem)));
        book.Costs().Should().Be("D1 22.5; P1 -5; R1 100");

        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 300)));

        // 400 ÷ 20 = 20 each: components 80, product 85, half of it sold.
        book.Costs().Should().Be("D1 42.5; P1 -5; R0 300; R1 100");
        book.Balance(Account.ProductionCost).Should().Be(0);
        book.Balance(Account.CostOfSales).Should().Be(42.5m);
        book.Balance(Account.Inventory).Should().Be(362.5m);
        book.Balance(Account.Bank).Should().Be(-5);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task What_is_taken_apart_is_shared_out_to_the_last_unit()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(1, 10)));

        await book.PostedAsync(new Document(DocumentKind.Disassembly, "Q1", Day("2026-01-03"))
        {
            StoreCode = Store, Lines = [Made(1, 1), Made(1, 1), Made(1, 1), Line(1, 0)],
        });

        book.Query("select value from stock_movement where cost_basis = 4 order by line_no", row => row.GetInt64(0))
            .Should().Equal(33_333, 33_334, 33_333);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task A_change_goes_on_through_what_was_made_of_what_was_made()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Assembly("P1", "2026-01-02", Line(5, 0), Made(5, 1)));
        await book.PostedAsync(Assembly("P2", "2026-01-03", Line(2, 0, OtherItem), Made(1, 1) with { ItemCode = Item }));
        await book.PostedAsync(Sale("D1", "2026-01-04", Line(6, 90)));

        await book.PostedAsync(new Document(DocumentKind.CostAdjustment, "A1", Day("2026-01-09"))
        {
            StoreCode = Store, Lines = [Line(0, 0, cost: 50) with { OriginalNo = "R1" }],
        });

        // 15 each: 5 left at 75; five made at 75, two of them at 30 made into one; six left at 105 are sold.
        book.Costs().Should().Be("A1 -50; D1 105; P1 0; P2 0; R1 100");
        book.Balance(Account.Inventory).Should().Be(45);
        book.Balance(Account.ProductionCost).Should().Be(0);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task What_covers_a_component_later_is_an_expense_and_not_the_products()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Assembly("P1", "2026-01-02", Line(4, 0), Made(1, 1)));

        await book.PostedAsync(Receipt("R1", "2026-01-03", Line(10, 100)));

        book.Costs().Should().Be("P1 40; R1 100");
        book.Balance(Account.CostOfSales).Should().Be(40);
        book.Balance(Account.ProductionCost).Should().Be(0);
        book.Balance(Account.Inventory).Should().Be(60);
        await book.VerifiedAsync();

        // Posted after the receipt it is the same.
        await book.PostedAsync(new Reversal("assembly:P1", "P1-R"));
        await book.PostedAsync(Assembly("P2", "2026-01-02", Line(4, 0), Made(1, 1)));
        book.Balance(Account.CostOfSales).Should().Be(40);
        book.Balance(Account.ProductionCost).Should().Be(0);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task A_reversed_assembly_leaves_no_trace()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Assembly("P1", "2026-01-03", Line(4, 0), Made(2, 1)) with
        {
            FeeAmount = Money.Round(5), ContraAccount = Account.Bank,
        });
        await book.PostedAsync(Receipt("R0", "2026-01-01", Line(10, 300)));

        await book.PostedAsync(new Reversal("assembly:P1", "P1-R"));

        book.Number("select sum(value) from state_pool").Should().Be(400 * Money.Scale);
        book.Balance(Account.Inventory).Should().Be(400);
        book.Balance(Account.ProductionCost).Should().Be(0);
        book.Balance(Account.Bank).Should().Be(0);
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task Of_period_average_components_keep_the_moving_average_they_went_out_at()
    {
        await using var book = await CreateAsync(CostMethod.PeriodAverage);
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Assembly("P1", "2026-01-02", Line(5, 0), Made(5, 1)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90), Line(2, 90, OtherItem)));
        await book.PostedAsync(Receipt("R2", "2026-01-04", Line(5, 150)));

        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        // Without the components 200 ÷ 10 = 20 each; the products are worth 50 and two of them 20.
        book.Costs().Should().Be("D1 60; P1 0; R1 100; R2 150");
        await book.VerifiedAsync();
    }

    [Fact]
    public async Task An_assembly_is_refused_where_it_makes_no_sense()
    {
        await using var book = await CreateAsync();

        var refusals = new[]
        {
            await book.RefusedAsync(Assembly("P1", "2026-01-02", Line(4, 0))),
            await book.RefusedAsync(Assembly("P1", "2026-01-02", Made(4, 1))),
            await book.RefusedAsync(Assembly("P1", "2026-01-02", Line(4, 0), Made(4, -1))),
            await book.RefusedAsync(Assembly("P1", "2026-01-02", Line(4, 0), Made(4, 1) with { CostAmount = Money.Round(1) })),
            await book.RefusedAsync(Assembly("P1", "2026-01-02", Line(4, 0), Line(4, 0), Made(4, 1)) with
            {
                Kind = DocumentKind.Disassembly,
            }),
            await book.RefusedAsync(Assembly("P1", "2026-01-02", Line(4, 0), Made(4, 1)) with
            {
                FeeAmount = Money.Round(1),
            }),
            await book.RefusedAsync(Sale("D1", "2026-01-05", Line(1, 9) with { MadeShare = 1 })),
        };

        refusals.Select(refusal => refusal.Reason).Should().Equal(
            RefusalReason.AssemblyIncomplete, RefusalReason.AssemblyIncomplete, RefusalReason.ShareInvalid,
            RefusalReason.AssemblyIncomplete, RefusalReason.AssemblyIncomplete, RefusalReason.CodeMissing,
            RefusalReason.LinesNotTaken);
    }

    [Theory]
    [InlineData("update movement_worth set own_value = own_value + 1")]
    [InlineData("update movement_worth set share_to = share_to - 1")]
    [InlineData("update state_pool set value = value + 1")]
    public async Task A_product_that_is_tampered_with_is_found(string sql)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 100)));
        await book.PostedAsync(Assembly("P1", "2026-01-03", Line(4, 0), Made(2, 2)));

        book.Tamper(sql);

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings
            .Should().Contain(finding => finding.Check == "cost" || finding.Check == "state");
    }

    private static Document Assembly(string number, string date, params DocumentLine[] lines) =>
        new(DocumentKind.Assembly, number, Day(date)) { StoreCode = Store, Lines = lines };

    private static DocumentLine Made(decimal qty, long share) => Line(qty, 0, OtherItem) with { MadeShare = share };

    private static async Task<TestBook> CreateAsync(CostMethod method = CostMethod.MovingAverage)
    {
        var book = await TestBook.CreateAsync();
        await book.PostedAsync(new CostClassMaster("K", "K", method)
        {
            IsCompanyWide = method == CostMethod.PeriodAverage,
        });
        foreach (var item in (string[])[Item, OtherItem])
        {
            await book.PostedAsync(new ItemMaster(item, item, "A1") { BaseUnit = "盒", CostClassCode = "K" });
        }

        return book;
    }
}
