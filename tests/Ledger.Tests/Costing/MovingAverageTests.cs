using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Costing;

public sealed class MovingAverageTests
{
    [Fact]
    public async Task An_issue_costs_the_average_of_what_is_on_hand()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-02", Line(10, 140)));

        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 90)));

        Cost(book, seq).Should().Be(60);
    }

    [Fact]
    public async Task Emptying_the_pool_takes_its_whole_value()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(3, 10)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(1, 5)));
        await book.PostedAsync(Sale("D2", "2026-01-03", Line(1, 5)));

        var last = await book.PostedAsync(Sale("D3", "2026-01-03", Line(1, 5)));

        Cost(book, last).Should().Be(3.3333m);
        book.Number("select abs(qty) + abs(value) from state_pool").Should().Be(0);
    }

    [Fact]
    public async Task What_goes_out_before_it_came_in_carries_the_last_cost_and_the_receipt_adjusts_it()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(1, 10)));
        await book.PostedAsync(Sale("D0", "2026-01-01", Line(1, 15)));
        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 90)));

        await book.PostedAsync(Receipt("R2", "2026-01-05", Line(20, 240)));

        Cost(book, seq).Should().Be(50);
        book.Query("select original_seq, cost_amount, business_date from cost_adjustment",
                row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))
            .Should().Equal((seq, 10 * Money.Scale, 20260103));
        book.Query("select qty, value from state_pool", row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((15 * Qty.Scale, 180 * Money.Scale));
    }

    [Fact]
    public async Task A_sale_of_what_was_never_bought_costs_nothing_says_so_and_is_adjusted_by_the_first_receipt()
    {
        await using var book = await CreateAsync();
        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90)));

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(4, 40)));

        Cost(book, seq).Should().Be(0);
        book.Number($"select is_cost_unknown from document_line where seq = {seq}").Should().Be(1);
        book.Number("select cost_amount from cost_adjustment").Should().Be(20 * Money.Scale);
    }

    [Fact]
    public async Task A_stated_cost_is_taken_as_it_stands_and_never_adjusted()
    {
        await using var book = await CreateAsync();
        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90, cost: 33.3333m)));

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(4, 40)));

        Cost(book, seq).Should().Be(33.3333m);
        book.Number("select count(*) from cost_adjustment").Should().Be(0);
    }

    [Fact]
    public async Task An_adjustment_of_a_closed_period_is_booked_on_the_first_open_date()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(2, 90)));
        await book.PostedAsync(new PeriodClose(new DateOnly(2026, 1, 31)));

        await book.PostedAsync(Receipt("R1", "2026-02-05", Line(4, 40)));

        book.Number("select business_date from cost_adjustment").Should().Be(20260201);
    }

    [Fact]
    public async Task A_backdated_document_costs_what_it_would_have_then_and_is_flagged()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(10, 100)));
        await book.PostedAsync(Receipt("R2", "2026-01-10", Line(10, 300)));
        var later = await book.PostedAsync(Sale("D2", "2026-01-12", Line(10, 90)));

        var seq = await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 90)));

        book.Number($"select is_backdated from document where seq = {seq}").Should().Be(1);
        Cost(book, seq).Should().Be(50);
        Cost(book, later).Should().Be(200);
        book.Query("select original_seq, cost_amount, business_date from cost_adjustment",
                row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))
            .Should().Equal((later, 333_333L, 20260112));
    }

    [Fact]
    public async Task A_sale_beyond_the_stock_and_its_whole_return_leave_no_trace()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-01", Line(2, 20)));
        await book.PostedAsync(Sale("D0", "2026-01-02", Line(1, 20, cost: 4)));
        var before = book.Query("select qty, value from state_pool", row => (row.GetInt64(0), row.GetInt64(1)));
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(5, 90)));

        await book.PostedAsync(Return("T1", "2026-01-04", "D1", Line(5, 90)));

        book.Query("select qty, value from state_pool", row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal(before);
        book.Number("select (select sum(cost_amount) from document_line join document using (seq) where document_no "
            + "in ('D1', 'T1')) + (select coalesce(sum(cost_amount), 0) from cost_adjustment)").Should().Be(0);
    }

    [Fact]
    public async Task A_receipt_that_covers_just_what_is_owed_leaves_an_empty_pool_worth_nothing()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(1, 9), Line(1, 9), Line(1, 9)));

        await book.PostedAsync(Receipt("R1", "2026-01-05", Line(3, 10)));

        book.Number("select abs(qty) + abs(value) from state_pool").Should().Be(0);
        book.Number("select sum(cost_amount) from cost_adjustment").Should().Be(10 * Money.Scale);
    }

    private static decimal Cost(TestBook book, long seq) =>
        (decimal)book.Number($"select cost_amount from document_line where seq = {seq}") / Money.Scale;
}
