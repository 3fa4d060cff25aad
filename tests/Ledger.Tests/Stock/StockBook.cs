using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>What tests of stock documents ask of a book.</summary>
internal static class StockBook
{
    public static Document Of(DocumentKind kind, string number, string date, params DocumentLine[] lines) =>
        new(kind, number, Day(date)) { StoreCode = Store, Lines = lines };

    /// <summary>What stands on the accounts, but for receivables, payables, tax and trade.</summary>
    public static List<(string Account, decimal Amount)> Accounts(this TestBook book) => book.Query(
        "select account, amount from state_balance where amount <> 0 "
        + "and account not in ('1001', '1122', '2202', '2221', '6001') order by account",
        row => (row.GetString(0), row.GetInt64(1) / 10_000m));

    /// <summary>What each depot has of an item: quantity and value.</summary>
    public static List<(string Depot, decimal Qty, decimal Value)> Depots(this TestBook book, string item = Item) =>
        book.Query(
            "select (select max(store_code) from store where store_id = depot_id), sum(qty), sum(value) "
            + "from stock_movement where item_id = "
            + $"(select max(item_id) from item where item_code = '{item}') group by depot_id order by 1",
            row => (row.GetString(0), row.GetInt64(1) / 10_000m, row.GetInt64(2) / 10_000m));

    /// <summary>Verification finds nothing, and inventory is what the pools are worth.</summary>
    public static async Task HoldsAsync(this TestBook book)
    {
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
        book.Number("select coalesce(sum(amount), 0) from state_balance where account = '1405'").Should()
            .Be(book.Number("select coalesce(sum(value), 0) from state_pool"));
    }
}
