using System.Globalization;
using Analytics.Fixtures;
using Microsoft.Data.Sqlite;
using static Analytics.Ingest.Tests.Snapshots.SnapshotTests;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>The star against sums made by hand in C# over the Ledger's own rows.</summary>
public sealed class DifferentialTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Facts_and_rollups_equal_naive_sums_over_the_Ledgers_rows(int seed)
    {
        await using var company = await CompanyFolder.CreateAsync(300, seed);
        Published(await company.SnapshotAsync());
        var sales = await LedgerSalesAsync(company);
        sales.Should().Contain(sale => sale.Kind == "cost_adjustment").And.Contain(sale => sale.Kind == "sale_return");

        const string Sums = "sum(qty), sum(net_amount), sum(tax_amount), sum(gross_amount), sum(discount_amount), "
            + "sum(cost_amount), sum(margin_amount)";
        var byStore = Naive(sales, sale => $"{sale.Date / 100}|{sale.Store}");
        (await StarAsync(company, $"select month_key || '|' || store_id, {Sums} from fact_sales group by 1"))
            .Should().BeEquivalentTo(byStore);
        (await StarAsync(
                company,
                $"select month_key || '|' || store_id, {Sums} from rollup_sales_month_store group by 1"))
            .Should().BeEquivalentTo(byStore);
        (await StarAsync(
                company,
                $"select month_key || '|' || item_id, {Sums} from rollup_sales_month_item group by 1"))
            .Should().BeEquivalentTo(Naive(sales, sale => $"{sale.Date / 100}|{sale.Item}"));
        (await StarAsync(
                company,
                "select strftime(business_date, '%Y%m%d') || '|' || store_id, " + Sums
                + " from rollup_sales_day_store group by 1"))
            .Should().BeEquivalentTo(Naive(sales, sale => $"{sale.Date}|{sale.Store}"));
        (await StarAsync(company, $"select document_kind, {Sums} from fact_sales group by 1"))
            .Should().BeEquivalentTo(Naive(sales, sale => sale.Kind));
    }

    [Fact]
    public async Task Stock_and_money_equal_naive_sums_over_the_Ledgers_rows()
    {
        await using var company = await CompanyFolder.CreateAsync(250, 21);
        Published(await company.SnapshotAsync());

        var stock = (await BookAsync(
                company, "select item_id, depot_id, counter_location, qty, value from stock_movement"))
            .GroupBy(row => $"{row[0]}|{row[1]}|{Location((long)row[2]!)}")
            .ToDictionary(group => group.Key, group => Figures(group.Select(row => new[] { row[3], row[4] })));
        var money = (await BookAsync(
                company, "select debit_account, credit_account, case when debit_party_id <> -1 then debit_party_id "
                + "else credit_party_id end, amount from money_movement"))
            .GroupBy(row => $"{row[0]}|{row[1]}|{row[2]}")
            .ToDictionary(group => group.Key, group => Figures(group.Select(row => new[] { row[3] })));

        (await StarAsync(
                company,
                "select item_id || '|' || depot_id || '|' || counter_location, sum(qty), sum(value_amount) "
                + "from fact_stock_movement group by 1"))
            .Should().BeEquivalentTo(stock);
        (await StarAsync(
                company,
                "select debit_account || '|' || credit_account || '|' || party_id, sum(amount) "
                + "from fact_money group by 1"))
            .Should().BeEquivalentTo(money);
    }

    private static string Location(long code) => code switch
    {
        -2 => "supplier",
        -3 => "customer",
        -7 => "opening",
        _ => code.ToString(CultureInfo.InvariantCulture),
    };

    private static decimal[] Figures(IEnumerable<object?[]> rows) => rows
        .Select(row => row.Select(value => (long)value! / 10_000m).ToArray())
        .Aggregate((a, b) => a.Zip(b, (x, y) => x + y).ToArray());

    private static Dictionary<string, decimal[]> Naive(List<Sale> sales, Func<Sale, string> key)
    {
        var sums = new Dictionary<string, decimal[]>();
        foreach (var sale in sales)
        {
            if (!sums.TryGetValue(key(sale), out var sum))
            {
                sums[key(sale)] = sum = new decimal[7];
            }

            decimal[] figures =
            [
                sale.Qty, sale.Net, sale.Tax, sale.Net + sale.Tax, sale.Discount, sale.Cost, sale.Net - sale.Cost,
            ];
            for (var i = 0; i < figures.Length; i++)
            {
                sum[i] += figures[i] / 10_000m;
            }
        }

        return sums;
    }

    /// <summary>Read table by table and joined by hand, so that no SQL of ours is trusted.</summary>
    private static async Task<List<Sale>> LedgerSalesAsync(CompanyFolder company)
    {
        var documents = (await BookAsync(company, "select seq, kind, business_date, store_id from document"))
            .ToDictionary(row => (long)row[0]!);
        var lines = await BookAsync(
            company,
            "select seq, line_no, item_id, qty, net_amount, tax_amount, discount_amount, cost_amount "
            + "from document_line");
        var sales = new List<Sale>();
        foreach (var line in lines)
        {
            var document = documents[(long)line[0]!];
            if (document[1] is "sale" or "sale_return")
            {
                sales.Add(new Sale(
                    (string)document[1]!, (long)document[2]!, (long)document[3]!, (long)line[2]!,
                    (long)line[3]!, (long)line[4]!, (long)line[5]!, (long)line[6]!, (long)line[7]!));
            }
        }

        var items = lines.ToDictionary(line => ((long)line[0]!, (long)line[1]!), line => (long)line[2]!);
        var adjustments = await BookAsync(
            company, "select original_seq, original_line_no, business_date, cost_amount from cost_adjustment");
        sales.AddRange(adjustments.Select(row => new Sale(
            "cost_adjustment", (long)row[2]!, (long)documents[(long)row[0]!][3]!, items[((long)row[0]!, (long)row[1]!)],
            0, 0, 0, 0, (long)row[3]!)));
        return sales;
    }

    private static async Task<List<object?[]>> BookAsync(CompanyFolder company, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={company.File("ledger.db")};Pooling=False");
        await connection.OpenAsync();
        return await Query.RowsAsync(connection, sql);
    }

    private static async Task<Dictionary<string, decimal[]>> StarAsync(CompanyFolder company, string sql) =>
        (await RowsAsync(company, sql)).ToDictionary(
            row => (string)row[0]!,
            row => row[1..].Select(value => (decimal)value!).ToArray());

    private sealed record Sale(
        string Kind, long Date, long Store, long Item, long Qty, long Net, long Tax, long Discount, long Cost);
}
