using Analytics.Ledger.MonthEnd;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.MonthEnd;

public sealed class ChecklistTests
{
    [Fact]
    public async Task A_clean_month_has_nothing_to_look_at()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(10, 1000)));

        (await ReadAsync(book)).Values.Should().OnlyContain(item => item.Count == 0);
    }

    [Fact]
    public async Task Each_point_finds_what_it_looks_for()
    {
        await using var book = await CreateAsync();
        await book.PostedAsync(Sale("D1", "2026-01-03", Line(6, 1200)));
        await book.PostAsync(new DocumentDraft(Sale("D2", "2026-01-04", Line(1, 200))));
        await book.PostedAsync(new Document(DocumentKind.MoneyReceipt, "M1", Day("2026-01-05"))
        {
            StoreCode = Store, PartyCode = Customer, Lines = [],
            MoneyLines = [new MoneyLine("1001", Money.Round(70))],
        });
        await book.PostedAsync(Receipt("R1", "2026-01-02", Line(2, 20, OtherItem)));
        await book.PostedAsync(Sale("D3", "2026-01-06", Line(2, 40, OtherItem, cost: 15)));

        var found = await ReadAsync(book);

        found["drafts"].Found.Should().Equal(new ChecklistFinding("sale", "D2", 0));
        found["negative_stock"].Found.Should().Equal(new ChecklistFinding(Item, Store, -60_000));
        found["cost_unknown"].Found.Should().Equal(new ChecklistFinding(Item, "D1", 60_000));
        found["money_unapplied"].Found.Should().Equal(new ChecklistFinding(Customer, "1122", -700_000));
        found["value_without_stock"].Found.Should().Equal(new ChecklistFinding(OtherItem, Store, 50_000));
    }

    private static async Task<Dictionary<string, ChecklistItem>> ReadAsync(TestBook book)
    {
        await using var view = await book.Book.ReadAsync(default);
        var items = await new Checklist(view).ReadAsync(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), default);
        return items.ToDictionary(item => item.Check);
    }
}
