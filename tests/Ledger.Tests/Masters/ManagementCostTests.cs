using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

public sealed class ManagementCostTests
{
    private static readonly DateOnly Begin = new(2026, 1, 1);

    [Fact]
    public async Task A_line_carries_cost_and_markup_and_fixed_cost_and_the_books_do_not()
    {
        await using var book = await CreateAsync();
        var rule = await book.PostedAsync(
            new ManagementCostMaster("M", Begin) { ItemCode = Item, MarkupRate = 0.1m, FixedCost = 0.25m });
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 70)));

        var sale = await book.PostedAsync(Sale("D1", "2026-01-02", Line(3, 45)));
        var back = await book.PostedAsync(Return("T1", "2026-01-03", "D1", Line(1, 15)));

        Booked(book, sale).Should().Be((210_000, rule, 210_000 + 21_000 + 7_500));
        Booked(book, back).Should().Be((-70_000, rule, -70_000 - 7_000 - 2_500));
        book.Number("select count(*) from money_movement where amount in (238500, 79500, 28500, 9500)").Should().Be(0);
        book.Number("select sum(value) from stock_movement").Should().Be(700_000 - 210_000 + 70_000);
        book.Number("select sum(amount) from state_balance where account = '6401'").Should().Be(140_000);
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2025-12-31", 10)]
    [InlineData("2026-01-01", 11)]
    [InlineData("2026-02-01", 12)]
    [InlineData("2026-02-28", 12)]
    [InlineData("2026-03-01", 13)]
    [InlineData("2026-04-01", 14)]
    public async Task The_items_own_counts_before_the_nearest_category_on_the_day(string date, decimal expected)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(new ManagementCostMaster("root", Begin) { CategoryCode = "A", FixedCost = 1 });
        await book.PostedAsync(new ManagementCostMaster("near", new DateOnly(2026, 2, 1))
        {
            CategoryCode = "A1", FixedCost = 2,
        });
        await book.PostedAsync(new ManagementCostMaster("own", new DateOnly(2026, 3, 1))
        {
            ItemCode = Item, FixedCost = 3,
        });
        await book.PostedAsync(new ManagementCostMaster("later", new DateOnly(2026, 4, 1))
        {
            ItemCode = Item, FixedCost = 4, ValidTo = new DateOnly(2026, 4, 30),
        });
        await book.PostedAsync(new ManagementCostMaster("ended", Begin)
        {
            ItemCode = Item, FixedCost = 9, IsActive = false,
        });

        var sale = await book.PostedAsync(Sale("D1", date, Line(1, 45, cost: 10)));

        Booked(book, sale).ManagementCost.Should().Be((long)(expected * Money.Scale));
    }

    [Fact]
    public async Task A_new_version_leaves_the_lines_of_yesterday_and_a_cost_adjusted_later_follows_its_own()
    {
        await using var book = await CreateAsync();
        var rule = new ManagementCostMaster("M", Begin) { ItemCode = Item, MarkupRate = 0.5m };
        var first = await book.PostedAsync(rule);
        var sale = await book.PostedAsync(Sale("D1", "2026-01-02", Line(2, 45)));
        await book.PostedAsync(rule with { MarkupRate = 2 });

        await book.PostedAsync(Receipt("R1", "2026-01-03", Line(2, 20)));

        Booked(book, sale).Should().Be((0, first, 0));
        book.Query("select cost_amount, management_cost_amount from cost_adjustment",
            row => (row.GetInt64(0), row.GetInt64(1))).Should().Equal((200_000, 300_000));
    }

    private static (long Cost, long RuleId, long ManagementCost) Booked(TestBook book, long seq) => book.Query(
        $"select cost_amount, management_cost_id, management_cost_amount from document_line where seq = {seq}",
        row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2))).Single();
}
