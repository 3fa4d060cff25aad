using Analytics.Ledger.Verify;
using static Analytics.Ledger.Tests.TestBook;

namespace Analytics.Ledger.Tests.Stock;

/// <summary>What tests of stock documents ask of a book.</summary>
internal static class StockBook
{
    /// <summary>What the histories need beside the ready book.</summary>
    public static IReadOnlyList<Submission> Masters =>
    [
        new ListValueMaster(ListKind.Reason, StockHistory.Reason, "其他"),
        new CostClassMaster("fifo", "先进先出", CostMethod.Fifo),
        new CostClassMaster("wide", "全公司", CostMethod.MovingAverage) { IsCompanyWide = true },
        new CostClassMaster("batch", "个别计价", CostMethod.Batch),
        new CostClassMaster("wide_fifo", "全公司先进先出", CostMethod.Fifo) { IsCompanyWide = true },
        new ItemMaster("F1", "钙片", "A1") { CostClassCode = "fifo" },
        new ItemMaster("W1", "纱布", "A1") { CostClassCode = "wide" },
        new ItemMaster("B1", "阿莫西林", "A1") { IsBatchTracked = true },
        new ItemMaster("B2", "头孢", "A1") { IsBatchTracked = true, CostClassCode = "batch" },
        new ItemMaster("B3", "布洛芬", "A1") { IsBatchTracked = true, CostClassCode = "wide_fifo" },
        new BinMaster(Store, "A", "1"),
        new BinMaster(Store, "A", "2"),
        new BinMaster(StrictStore, "A", "1"),
        new BinMaster(StrictStore, "A", "2"),
    ];

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

    /// <summary>What lies where, by item, depot, batch and bin.</summary>
    public static Dictionary<NaivePlace, decimal> Places(this TestBook book) => book.Query(
            "select (select max(item_code) from item where item.item_id = one.item_id), "
            + "(select max(store_code) from store where store_id = depot_id), "
            + "coalesce((select max(batch_no) from batch where batch.batch_id = one.batch_id), ''), "
            + "coalesce((select max(area_code || '/' || bin_no) from bin where bin.bin_id = one.bin_id), ''), qty "
            + "from (select item_id, depot_id, batch_id, bin_id, sum(qty) as qty from stock_movement "
            + "group by item_id, depot_id, batch_id, bin_id) as one where qty <> 0",
            row => (
                new NaivePlace(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
                row.GetDecimal(4) / 10_000m))
        .ToDictionary(one => one.Item1, one => one.Item2);

    /// <summary>What is at places other than depots, by item.</summary>
    public static Dictionary<(string Item, Location At), decimal> Elsewhere(this TestBook book) => book.Query(
            "select (select max(item_code) from item where item.item_id = one.item_id), counter_location, qty "
            + "from (select item_id, counter_location, -sum(qty) as qty from stock_movement "
            + "group by item_id, counter_location) as one where qty <> 0",
            row => ((row.GetString(0), (Location)row.GetInt32(1)), row.GetDecimal(2) / 10_000m))
        .ToDictionary(one => one.Item1, one => one.Item2);

    /// <summary>What each movement in the reckoning is worth, adjustments included, by document and number.</summary>
    public static Dictionary<(string Number, int No), decimal> Worths(this TestBook book) => book.Query(
            "select document_no, m.line_no, case when qty < 0 then -value else value end + coalesce(adjusted_cost, 0) "
            + "from stock_movement m join document using (seq) "
            + "left join state_movement s on s.seq = m.seq and s.line_no = m.line_no "
            + "where qty <> 0 and not exists (select 1 from state_reversed r where r.seq = m.seq)",
            row => ((row.GetString(0), row.GetInt32(1)), row.GetInt64(2) / 10_000m))
        .ToDictionary(one => one.Item1, one => one.Item2);

    /// <summary>What each item is worth in each depot.</summary>
    public static Dictionary<(string Item, string Depot), decimal> Values(this TestBook book) => book.Query(
            "select (select max(item_code) from item where item.item_id = one.item_id), "
            + "(select max(store_code) from store where store_id = depot_id), value "
            + "from (select item_id, depot_id, sum(value) as value from stock_movement "
            + "group by item_id, depot_id) as one where value <> 0",
            row => ((row.GetString(0), row.GetString(1)), row.GetDecimal(2) / 10_000m))
        .ToDictionary(one => one.Item1, one => one.Item2);

    /// <summary>What stands on each account.</summary>
    public static Dictionary<string, decimal> Totals(this TestBook book) => book.Query(
            "select account, sum(amount) from state_balance group by account having sum(amount) <> 0",
            row => (row.GetString(0), row.GetDecimal(1) / 10_000m))
        .ToDictionary(one => one.Item1, one => one.Item2);

    /// <summary>Verification finds nothing, and inventory is what the pools are worth.</summary>
    public static async Task HoldsAsync(this TestBook book)
    {
        (await BookVerifier.VerifyAsync(book.Book, [], null, default)).Findings.Should().BeEmpty();
        book.Number("select coalesce(sum(amount), 0) from state_balance where account = '1405'").Should()
            .Be(book.Number("select coalesce(sum(value), 0) from state_pool"));
    }
}
