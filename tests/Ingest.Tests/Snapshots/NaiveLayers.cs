using System.Globalization;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Receipts of each depot in a queue, from which whatever went out takes the oldest.</summary>
internal static class NaiveLayers
{
    public static async Task<List<string>> ReplayAsync(CompanyFolder company)
    {
        var reversed = (await StockFactsTests.BookAsync(
                company, "select seq, original_seq from document where is_reversal = 1"))
            .SelectMany(row => new[] { (long)row[0]!, (long)row[1]! }).ToHashSet();
        var rows = await StockFactsTests.BookAsync(
            company,
            "select depot_id, item_id, seq, line_no, qty from stock_movement "
            + "where counter_location <> -13 and qty <> 0 order by depot_id, item_id, business_at, seq, line_no");
        var layers = new List<string>();
        foreach (var pool in rows.Select(row => row.Select(value => (long)value!).ToArray())
            .Where(row => !reversed.Contains(row[2])).GroupBy(row => (Depot: row[0], Item: row[1])))
        {
            var receipts = new Queue<(long Seq, long Line, long Left)>(
                pool.Where(row => row[4] > 0).Select(row => (row[2], row[3], row[4])));
            var gone = pool.Where(row => row[4] < 0).Sum(row => -row[4]);
            while (gone > 0 && receipts.TryPeek(out var oldest) && oldest.Left <= gone)
            {
                gone -= receipts.Dequeue().Left;
            }

            foreach (var (seq, line, left) in receipts)
            {
                layers.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pool.Key.Depot}|{pool.Key.Item}|{seq}|{line}|{(left - gone) / 10_000m:0.0000}"));
                gone = 0;
            }
        }

        return layers;
    }
}
