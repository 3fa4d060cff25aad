using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task Opening_stock_books_inventory_against_equity()
    {
        await using var book = await CreateAsync();

        await book.PostedAsync(new Document(DocumentKind.OpeningStock, "O1", Day("2026-01-01"))
        {
            StoreCode = Store, Lines = [Line(10, 100), Line(4, 8, OtherItem, cost: 6)],
        });

        Balances(book).Should().BeEquivalentTo(new[] { ("1405", 106m), ("4104", -106m) });
    }

    [Fact]
    public async Task A_receipt_on_account_owes_the_supplier_net_and_tax()
    {
        await using var book = await CreateAsync();

        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100) with { TaxAmount = Money.Round(13) }));

        Balances(book).Should().BeEquivalentTo(new[] { ("1405", 100m), ("2202", -113m), ("2221", 13m) });
    }

    [Fact]
    public async Task A_sale_books_revenue_tax_and_cost_and_its_whole_return_undoes_them()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        var before = Balances(book);
        var sold = Line(3, 45) with { TaxAmount = Money.Round(5.85m), DiscountAmount = Money.Round(1) };

        await book.PostedAsync(Sale("D1", "2026-01-02", sold));
        var after = Balances(book);
        await book.PostedAsync(Return("T1", "2026-01-03", "D1", sold));

        after.Should().Contain(("1001", 50.85m)).And.Contain(("6001", -45m)).And.Contain(("6401", 30m));
        Balances(book).Where(balance => balance.Amount != 0).Should().BeEquivalentTo(before);
        book.Number("select value from state_pool").Should().Be(100 * Money.Scale);
    }

    [Fact]
    public async Task A_return_takes_back_the_cost_of_the_sale_it_returns_and_the_last_piece_what_is_left()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(3, 10)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(3, 45)));
        await book.PostedAsync(Receipt("R2", "2026-01-03", Line(5, 500)));

        var first = await book.PostedAsync(Return("T1", "2026-01-04", "D1", Line(1, 15)));
        var rest = await book.PostedAsync(Return("T2", "2026-01-05", "D1", Line(2, 30)));

        LineCost(book, first).Should().Be(-3.3333m);
        LineCost(book, rest).Should().Be(-6.6667m);
    }

    [Fact]
    public async Task A_return_without_its_sale_costs_what_one_more_would_cost_now()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(4, 50)));

        var seq = await book.PostedAsync(Return("T1", "2026-01-04", "", Line(1, 15)));

        LineCost(book, seq).Should().Be(-12.5m);
    }

    [Fact]
    public async Task A_line_in_packs_moves_base_units()
    {
        await using var book = await CreateAsync();

        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(2, 400) with { Unit = "箱" }));

        book.Number("select qty from state_pool").Should().Be(40 * Qty.Scale);
        book.Number("select entered_qty from document_line").Should().Be(2 * Qty.Scale);
    }

    [Fact]
    public async Task Stock_and_money_are_conserved()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(4, 50)));
        await book.PostedAsync(Sale("D1", "2026-01-02", Line(9, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-03", Line(9, 90)));

        Balances(book).Sum(balance => balance.Amount).Should().Be(0);
        book.Number("select sum(value) - (select value from state_pool) from stock_movement").Should().Be(0);
        book.Number("select (select value from state_pool) - amount from state_balance where account = '1405'")
            .Should().Be(0);
    }

    [Fact]
    public async Task A_sale_before_the_cut_over_belongs_to_the_day_before()
    {
        var day = BusinessDay.Shanghai with { CutOver = TimeSpan.FromHours(2) };

        var (date, minute) = day.Of(Day("2026-01-05").AddHours(-9));

        (date, minute).Should().Be((new DateOnly(2026, 1, 4), (23 * 60)));
    }

    private static List<(string Account, decimal Amount)> Balances(TestBook book) => book.Query(
        "select account, sum(amount) from state_balance group by account",
        row => (row.GetString(0), (decimal)row.GetInt64(1) / Money.Scale));

    private static decimal LineCost(TestBook book, long seq) =>
        (decimal)book.Number($"select cost_amount from document_line where seq = {seq}") / Money.Scale;
}
