using System.Globalization;

namespace Analytics.Ingest.Tests.Snapshots;

/// <summary>Plays the book's movements day by day, and says where the ranges of the star differ.</summary>
internal static class NaiveDailyStock
{
    private const long Bin = -13;

    private static readonly DateOnly End = new(9999, 12, 31);

    /// <summary>Of each pool (item, depot, batch) what each day opens with, what moves, and what it closes with.
    /// </summary>
    public static async Task<SortedDictionary<string, Pool>> ReplayAsync(CompanyFolder company, bool byBatch)
    {
        var reversals = (await StockFactsTests.BookAsync(company, "select seq from document where is_reversal = 1"))
            .Select(row => (long)row[0]!).ToHashSet();
        var batched = (await StockFactsTests.BookAsync(company, "select item_id from batch"))
            .Select(row => (long)row[0]!).ToHashSet();
        var pools = new SortedDictionary<string, Pool>(StringComparer.Ordinal);
        foreach (var row in await StockFactsTests.BookAsync(
            company,
            "select item_id, depot_id, batch_id, business_date, seq, counter_location, qty, value from stock_movement"))
        {
            var figures = row.Select(value => (long)value!).ToArray();
            if (byBatch && !batched.Contains(figures[0]))
            {
                continue;
            }

            var key = string.Join('|', figures.Take(byBatch ? 3 : 2));
            if (!pools.TryGetValue(key, out var pool))
            {
                pools[key] = pool = new Pool();
            }

            var moved = (figures[6], byBatch ? 0 : figures[7]);
            pool.Add(Date(figures[3]), reversals.Contains(figures[4]), figures[5], moved);
        }

        return pools;
    }

    /// <summary>Day by day from the first to some days past the last, whether the ranges hold the same.</summary>
    public static List<string> Differences(SortedDictionary<string, Pool> pools, List<Range> ranges)
    {
        var differences = new List<string>();
        var ofPool = ranges.ToLookup(range => range.Pool);
        differences.AddRange(ofPool.Select(pool => pool.Key).Except(pools.Keys));
        foreach (var (key, pool) in pools)
        {
            differences.AddRange(pool.Differences([.. ofPool[key]]).Select(line => $"{key} {line}").Take(3));
        }

        return differences;
    }

    private static DateOnly Date(long number) =>
        new((int)(number / 10_000), (int)(number / 100 % 100), (int)(number % 100));

    /// <summary>A row of the star.</summary>
    internal sealed record Range(string Pool, DateOnly From, DateOnly To, decimal[] Figures)
    {
        public static Range Of(object?[] row) => new(
            (string)row[0]!, (DateOnly)row[1]!, (DateOnly)row[2]!,
            [.. row[3..].Select(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture))]);
    }

    /// <summary>Goods of an item in a place: what came, went and changed its worth by day.</summary>
    internal sealed class Pool
    {
        private readonly SortedDictionary<
            DateOnly, (long In, long Out, long InValue, long OutValue, long Revalued)> days = [];

        public int DaysOfChange => days.Values.Count(day => day != default);

        public void Add(DateOnly date, bool isReversal, long counter, (long Qty, long Value) moved)
        {
            var day = days.GetValueOrDefault(date);
            var (qty, value) = moved;
            if (qty == 0 || counter == Bin)
            {
                day.Revalued += value;
            }
            else if (qty > 0 && !isReversal || qty < 0 && isReversal)
            {
                (day.In, day.InValue) = (day.In + qty, day.InValue + value);
            }
            else
            {
                (day.Out, day.OutValue) = (day.Out - qty, day.OutValue - value);
            }

            days[date] = day;
        }

        public IEnumerable<string> Differences(List<Range> ranges)
        {
            var (qty, value) = (0L, 0L);
            for (var date = days.Keys.First(); date <= days.Keys.Last().AddDays(3); date = date.AddDays(1))
            {
                var day = days.GetValueOrDefault(date);
                var (opening, openingValue) = (qty, value);
                qty += day.In - day.Out;
                value += day.InValue - day.OutValue + day.Revalued;
                var expected = string.Join(' ', new[]
                {
                    opening, day.In, day.Out, qty, openingValue, day.InValue, day.OutValue, day.Revalued, value,
                }.Select(units => (units / 10_000m).ToString("0.####", CultureInfo.InvariantCulture)));
                var found = string.Join(';', ranges.Where(one => one.From <= date && date <= one.To)
                    .Select(range => OnDay(range, date)));
                found = found.Length == 0 ? "0 0 0 0 0 0 0 0 0" : found;
                if (found != expected)
                {
                    yield return $"{date:yyyy-MM-dd}: {found} in the star, {expected} in the book";
                }
            }

            if (ranges.Count > 0 && ranges[^1].To != End)
            {
                yield return $"ends {ranges[^1].To}";
            }
        }

        /// <summary>A range has what moved on its first day alone; then it opens as it closed.</summary>
        private static string OnDay(Range range, DateOnly date)
        {
            var f = range.Figures;
            var day = date == range.From ? f : [f[3], 0, 0, f[3], f[8], 0, 0, 0, f[8]];
            return string.Join(' ', day.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture)));
        }
    }
}
