namespace Analytics.Ingest.Demo;

/// <summary>How many sale lines each location sells on each day: exactly the lines asked for, spread by season,
/// growth and chance.</summary>
/// <remarks>A location is a store, or, as the last one, the depot that wholesale sells from.</remarks>
internal sealed class SalesPlan
{
    /// <summary>Days beyond the last for which demand is foreseen, so that orders do not dry up at the end.</summary>
    public const int Foresight = 100;

    private const double WholesaleShare = 7.0;
    private const double WholesaleGrowth = 0.055;

    private readonly long[][] upTo;
    private readonly double[][] expected;

    public SalesPlan(long lines, Life life, IReadOnlyList<Shop> shops, Dice dice)
    {
        var locations = shops.Count + 1;
        upTo = [.. Enumerable.Range(0, locations).Select(_ => new long[life.Days])];
        expected = [.. Enumerable.Range(0, locations).Select(_ => new double[life.Days + Foresight + 1])];
        var weights = new double[life.Days + Foresight, locations];
        var total = Weigh(weights, life, shops, dice);
        Share(weights, total, lines, life);
        for (var location = 0; location < locations; location++)
        {
            for (var day = 0; day < life.Days + Foresight; day++)
            {
                expected[location][day + 1] = expected[location][day] + (weights[day, location] * lines / total);
            }
        }
    }

    /// <summary>Lines sold at the location from the beginning up to the end of the day.</summary>
    public long UpTo(int location, int day) => upTo[location][day];

    /// <summary>Lines sold at the location in all.</summary>
    public long All(int location) => upTo[location][^1];

    /// <summary>Lines foreseen in <paramref name="days"/> days from <paramref name="day"/> on.</summary>
    public double Expected(int location, int day, int days)
    {
        var end = Math.Min(day + days, expected[location].Length - 1);
        return expected[location][end] - expected[location][day];
    }

    private static double Weigh(double[,] weights, Life life, IReadOnlyList<Shop> shops, Dice dice)
    {
        var total = 0.0;
        for (var day = 0; day < life.Days + Foresight; day++)
        {
            var date = life.Date(day);
            var (retail, wholesale) = (SalesCalendar.Retail(date), SalesCalendar.Wholesale(date));
            for (var location = 0; location <= shops.Count; location++)
            {
                var busy = location < shops.Count
                    ? retail * Size(shops[location], day)
                    : wholesale * WholesaleShare * Math.Pow(1 + WholesaleGrowth, day / 365.0);
                // Weather, roadworks, chance.
                weights[day, location] = busy * Math.Max(0.5, 1 + (0.12 * dice.Normal()));
                total += day < life.Days ? weights[day, location] * PartOfDay(life, day, location < shops.Count) : 0;
            }
        }

        return total;
    }

    private static double Size(Shop shop, int day)
    {
        var open = day - shop.OpensAfter;
        if (open < 0)
        {
            return 0;
        }

        var known = shop.OpensAfter == 0 ? 1 : Math.Min(1, 0.4 + (0.6 * open / 150.0));
        return shop.Share * known * Math.Pow(1 + shop.Growth, day / 365.0);
    }

    private static double PartOfDay(Life life, int day, bool isRetail) =>
        (isRetail ? OpeningHours.Retail : OpeningHours.Office).By(life.Until(day) - 1);

    /// <summary>Rounds running totals, so that the parts add up to the lines asked for whatever their number.</summary>
    private void Share(double[,] weights, double total, long lines, Life life)
    {
        var (running, given) = (0.0, 0L);
        for (var day = 0; day < life.Days; day++)
        {
            for (var location = 0; location < upTo.Length; location++)
            {
                running += weights[day, location] * PartOfDay(life, day, location < upTo.Length - 1);
                var due = Math.Min(lines, (long)Math.Round(lines * (running / total), MidpointRounding.AwayFromZero));
                upTo[location][day] = (day > 0 ? upTo[location][day - 1] : 0) + due - given;
                given = due;
            }
        }
    }
}
