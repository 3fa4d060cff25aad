using Analytics.Ledger.Batches;
using static Analytics.Ledger.Tests.Batches.BatchBook;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Batches;

public sealed class BatchQueriesTests
{
    [Fact]
    public async Task Stock_stands_by_batch_and_bin_and_ordinary_items_beside_it()
    {
        await using var book = await FilledAsync();
        await using var view = await book.Book.Book.ReadAsync(default);

        var stock = await new BatchQueries(view).StockAsync("", "", default);

        stock.Select(row => (row.ItemCode, row.DepotCode, row.BatchNo, row.BinCode, row.Quantity.ToString())).Should()
            .Equal(
                (Drug, Store, "near", "", "2"), (Drug, Store, "late", "S1/A/1", "5"),
                (Drug, OtherStore, "late", "", "1"),
                (Item, Store, "", "", "3"), (Item, Store, "", "S1/A/1", "2"),
                (PlainCompanyWide, Store, "", "", "4"), (PlainCompanyWide, OtherStore, "", "", "-1"));
        stock.Select(row => (row.ExpiresOn, row.ExpiryPrecision, row.IsFrozen)).Take(3).Should().Equal(
            (new DateOnly(2026, 12, 31), "month", false), (new DateOnly(2027, 6, 15), "day", true),
            (new DateOnly(2027, 6, 15), "day", false));
    }

    [Fact]
    public async Task What_expires_up_to_a_day_is_listed_and_no_more()
    {
        await using var book = await FilledAsync();
        await using var view = await book.Book.Book.ReadAsync(default);
        var queries = new BatchQueries(view);

        (await queries.NearExpiryAsync(new DateOnly(2026, 12, 30), "", default)).Should().BeEmpty();
        (await queries.NearExpiryAsync(new DateOnly(2026, 12, 31), "", default))
            .Select(row => row.BatchNo).Should().Equal("near");
        (await queries.NearExpiryAsync(new DateOnly(2027, 12, 31), OtherStore, default))
            .Select(row => row.BatchNo).Should().Equal("late");
    }

    [Fact]
    public async Task A_batch_is_followed_from_the_supplier_to_the_customer_and_back()
    {
        await using var book = await FilledAsync();
        await using var view = await book.Book.Book.ReadAsync(default);

        var movements = await new BatchQueries(view).MovementsAsync(Drug, "near", "", default);

        movements.Select(row => (row.DocumentNo, row.Counter, row.PartyCode, row.PartyName, row.Quantity.ToString()))
            .Should().Equal(
                ("R1", Location.Supplier, Supplier, "康健医药", "3"), ("D1", Location.Customer, Customer, "王小明", "-2"),
                ("T1", Location.Customer, Customer, "王小明", "1"));
        movements[1].BusinessDate.Should().Be(new DateOnly(2026, 1, 2));
        (await new BatchQueries(view).MovementsAsync(Item, "near", "", default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Every_step_of_a_trace_code_is_listed()
    {
        await using var book = await FilledAsync();
        await using var view = await book.Book.Book.ReadAsync(default);

        var steps = await new BatchQueries(view).StepsAsync("c1", default);

        steps.Select(step => (step.DocumentNo, step.BatchNo, step.Place, step.DepotCode, step.PartyCode))
            .Should().Equal(
            ("R1", "near", Location.None, Store, Supplier), ("D1", "near", Location.Customer, "", Customer),
            ("T1", "near", Location.None, Store, Customer));
    }

    [Fact]
    public async Task Lines_of_traced_items_without_a_code_are_listed()
    {
        await using var book = await FilledAsync();
        await using var view = await book.Book.Book.ReadAsync(default);

        var lines = await new BatchQueries(view).WithoutCodesAsync(
            new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1), default);

        lines.Select(line => (line.DocumentNo, line.LineNo, line.ItemCode, line.Quantity.ToString()))
            .Should().Equal(("R1", 2L, Drug, "5"), ("R2", 1L, Drug, "1"));
    }

    private static async Task<BatchBook> FilledAsync()
    {
        var book = await OpenAsync();
        await book.Book.PostedAsync(Receipt(
            "R1", "2026-01-01", Of("near", 3, "2026-12") with { TraceCodes = ["c1"] },
            Of("late", 5, "2027-06-15") with { BinCode = "A/1" }, Line(3, 3), Line(2, 2) with { BinCode = "A/1" },
            Line(4, 4, PlainCompanyWide)));
        await book.Book.PostedAsync(Receipt("R2", "2026-01-01", Of("late", 1)) with { StoreCode = OtherStore });
        await book.Book.PostedAsync(Sale("D1", "2026-01-02", Line(2, 20, Drug) with { TraceCodes = ["c1"] }));
        await book.Book.PostedAsync(
            Sale("D2", "2026-01-02", Line(1, 20, PlainCompanyWide)) with { StoreCode = OtherStore });
        await book.Book.PostedAsync(
            Return("T1", "2026-01-03", "D1", Line(1, 10, Drug) with { TraceCodes = ["c1"] }));
        await book.Book.PostedAsync(
            new StockFreeze(Drug, IsFrozen: true) { BatchNo = "late", DepotCode = Store });
        return book;
    }
}
