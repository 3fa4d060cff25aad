namespace Analytics.Fixtures;

/// <summary>Makes the rows of <see cref="SampleStar"/>, sorted as fact_sales is.</summary>
internal static class SampleSales
{
    public static IReadOnlyList<SampleSale> Make(SampleStarOptions options)
    {
        var random = new Random(options.Seed);
        var sales = new List<SampleSale>();
        var key = 5000L;
        for (var day = 0; day < options.Days; day++)
        {
            var date = options.FirstDate.AddDays(day);
            var lines = random.Next(options.LinesPerDay * 2 + 1);
            for (var line = 0; line < lines; line++)
            {
                sales.Add(Line(random, options, date, key++));
            }
        }

        return sales.OrderBy(sale => sale.BusinessDate)
            .ThenBy(sale => sale.Dims.Store)
            .ThenBy(sale => sale.DocumentKey)
            .ToList();
    }

    private static SampleSale Line(Random random, SampleStarOptions options, DateOnly date, long key)
    {
        var dims = new SampleSaleDims(
            1 + random.Next(options.Stores),
            1 + random.Next(options.Items),
            random.Next(3) == 0 ? -1 : 1 + random.Next(options.Parties),
            random.Next(4) == 0 ? -1 : 1 + random.Next(options.Employees),
            random.Next(2) == 0 ? -1 : random.Next(3));
        var kind = random.Next(20) switch
        {
            0 => "sale_return",
            1 => "cost_adjustment",
            _ => "sale",
        };
        var sign = kind == "sale_return" ? -1 : 1;
        var cost = Scaled(random, 500_0000) * sign;
        var figures = kind == "cost_adjustment"
            ? new SampleSaleFigures(0, 0, 0, 0, Scaled(random, 10_0000) - 5)
            : new SampleSaleFigures(
                (1 + random.Next(9)) * sign,
                Scaled(random, 800_0000) * sign,
                Scaled(random, 80_0000) * sign,
                random.Next(3) == 0 ? Scaled(random, 20_0000) * sign : 0,
                cost);
        return new SampleSale(key, date, 540 + random.Next(720), kind, dims, figures);
    }

    private static decimal Scaled(Random random, int below) => random.Next(below) / 10000m;
}
