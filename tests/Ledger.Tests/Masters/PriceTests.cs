using Analytics.Ledger.Posting;
using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.Masters.WideBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Masters;

public sealed class PriceTests
{
    private static PriceNote Note(params PriceLine[] lines) => new("PL", lines);

    [Fact]
    public async Task A_new_price_leaves_what_held_before()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Note(new PriceLine(Item, 10, From), new PriceLine(OtherItem, 5, From)));
        await book.PostedAsync(Note(new PriceLine(Item, 12, To), new PriceLine(OtherItem, 5, From)));

        book.Query(
            "select valid_from, unit_price from state_price "
            + "where item_id = (select item_id from item where item_code = 'I1') order by valid_from",
            row => (row.GetInt64(0), row.GetInt64(1)))
            .Should().Equal((20300101, 10_000_000), (20301231, 12_000_000));
        book.Number("select count(*) from price").Should().Be(3, "a line that stands already is passed over");
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_prices_again_are_already_there()
    {
        await using var book = await CreateAsync();
        var note = Note(new PriceLine(Item, 10.123456m, From), new PriceLine(Item, 190, From) { Unit = "箱" });
        var seq = await book.PostedAsync(note);

        (await book.PostAsync(note)).Should().Be(new PostResult.AlreadyThere(seq));
        await book.ReopenAsync();
        (await book.PostAsync(note)).Should().Be(new PostResult.AlreadyThere(seq));
    }

    [Fact]
    public async Task A_price_that_held_already_cannot_be_changed_and_one_to_come_can()
    {
        await using var book = await CreateAsync();
        var past = new DateOnly(2020, 1, 1);
        await book.PostedAsync(Note(new PriceLine(Item, 10, past), new PriceLine(Item, 11, From)));

        (await book.RefusedAsync(Note(new PriceLine(Item, 9, past)))).Reason.Should().Be(RefusalReason.PriceHeld);
        (await book.RefusedAsync(Note(new PriceLine(Item, 9, past.AddDays(9))))).Reason
            .Should().Be(RefusalReason.PriceHeld);
        await book.PostedAsync(Note(new PriceLine(Item, 9, past.AddDays(-9)) { ValidTo = past.AddDays(-1) }));
        await book.PostedAsync(Note(new PriceLine(Item, 12, From)));
    }

    [Theory]
    [InlineData("update state_price set unit_price = unit_price + 1")]
    [InlineData("update state_price set valid_to = 20300105")]
    [InlineData("update state_price set seq = seq - 1")]
    [InlineData("update state_price set min_qty = 1")]
    [InlineData("delete from state_price")]
    [InlineData("update price set unit_price = 1")]
    public async Task A_price_changed_behind_the_journals_back_is_found(string change)
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Note(new PriceLine(Item, 10, From)));
        book.Tamper(change).Should().Be(1);

        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().NotBeEmpty();
    }
}
