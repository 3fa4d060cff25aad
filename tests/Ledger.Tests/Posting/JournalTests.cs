using Analytics.Ledger.Posting;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Posting;

public sealed class JournalTests
{
    [Fact]
    public async Task A_posted_document_is_there_after_the_answer()
    {
        await using var book = await CreateAsync();

        var seq = await book.PostedAsync(Sale("D1", "2026-01-05", Line(2, 50)));

        book.Number($"select count(*) from document where seq = {seq}").Should().Be(1);
        book.Number("select seq from head").Should().Be(seq);
    }

    [Fact]
    public async Task The_same_document_again_is_already_there_and_writes_nothing()
    {
        await using var book = await CreateAsync();
        var sale = Sale("D1", "2026-01-05", Line(2, 50));
        var seq = await book.PostedAsync(sale);

        var again = await book.PostAsync(sale with { Source = "another file" });

        again.Should().Be(new PostResult.AlreadyThere(seq));
        book.Number("select seq from head").Should().Be(seq);
    }

    [Fact]
    public async Task The_same_key_with_other_content_is_refused()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-05", Line(2, 50)));

        var refusal = await book.RefusedAsync(Sale("D1", "2026-01-05", Line(3, 50)));

        refusal.Reason.Should().Be(RefusalReason.DuplicateKey);
    }

    [Fact]
    public async Task Callers_at_once_leave_a_gapless_sequence_and_lose_nothing()
    {
        await using var book = await CreateAsync();
        var before = book.Number("select seq from head");

        await Parallel.ForEachAsync(Enumerable.Range(0, 16), async (caller, ct) =>
        {
            for (var n = 0; n < 50; n++)
            {
                await book.PostedAsync(Sale($"D{caller}-{n}", "2026-01-05", Line(1, 10)));
            }
        });

        book.Number("select count(*) from document").Should().Be(800);
        book.Number("select max(seq) - count(*) from entry").Should().Be(0);
        book.Number("select seq from head").Should().Be(before + 800);
        book.Number("select qty from state_pool").Should().Be(-800 * Qty.Scale);
    }

    [Fact]
    public async Task Two_journals_on_one_book_agree_on_stock()
    {
        await using var book = await CreateAsync();
        await using var second = await Journal.OpenAsync(book.Book, TimeProvider.System, default);

        for (var n = 0; n < 20; n++)
        {
            var journal = n % 2 == 0 ? book.Journal : second;
            (await journal.PostAsync(Receipt($"R{n}", "2026-01-05", Line(1, 10)), default))
                .Should().BeOfType<PostResult.Posted>();
        }

        book.Number("select qty from state_pool").Should().Be(20 * Qty.Scale);
        book.Number("select value from state_pool").Should().Be(200 * Money.Scale);
    }

    [Fact]
    public async Task Control_totals_of_a_full_block_stand_in_the_chain()
    {
        await using var book = await CreateAsync(blockSize: 16);

        for (var n = 0; n < 40; n++)
        {
            await book.PostedAsync(Sale($"D{n}", n < 20 ? "2026-01-05" : "2026-02-05", Line(1, 10)));
        }

        book.Number("select count(*) from entry where kind = 'control'").Should().Be(3);
        book.Number(
            "select sum(total) from (select total, measure from control_total "
            + "union all select total, measure from state_control) as totals where measure = 'sales_net'")
            .Should().Be(400 * Money.Scale);
        book.Number("select count(distinct block) from state_control").Should().Be(1);
    }
}
