using System.Diagnostics;
using System.Globalization;
using Analytics.Reports.Analysis.Loyalty;

namespace Analytics.Host.Bench;

/// <summary>The model of repeat buying fitted to customers drawn from it, three years of them by the day.</summary>
internal static class LoyaltyBench
{
    private const int Days = 1096;

    /// <summary>Mean days between the purchases of a customer; they are spread exponentially, and chances of leaving
    /// evenly: r and both shapes of leaving are 1.</summary>
    private const double MeanDays = 30;

    private const int DaysOfYear = 365;

    public static IEnumerable<BenchRow> Run(long customers)
    {
        var counts = Drawn(customers);
        var on = string.Create(CultureInfo.InvariantCulture, $"{customers:N0} customers");
        PeakMemory.Begin();
        var startedAt = Stopwatch.GetTimestamp();
        var found = BgNbd.Fit(counts);
        var took = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        startedAt = Stopwatch.GetTimestamp();
        found?.LogLikelihood(counts);
        var once = Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        yield return new(
            $"loyalty, BG/NBD fitted, {on}", took, "s", "its likelihood once", once, string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Count:N0} alike; r {found?.R:0.000}, α {found?.Alpha / PurchaseCount.Weeks(1):0.0} d, "
                + $"a {found?.A:0.000}, b {found?.B:0.000} of 1, {MeanDays:0}, 1, 1"));
        yield return new(
            "loyalty, peak memory of the fit", PeakMemory.Megabytes(), "MB", "limit of the engine, 3GB", 3072,
            "of the process");
        if (found is null)
        {
            yield break;
        }

        startedAt = Stopwatch.GetTimestamp();
        var sum = counts.Sum(count => found.Alive(count) + found.Expected(count, PurchaseCount.Weeks(DaysOfYear)));
        var told = counts.Count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        startedAt = Stopwatch.GetTimestamp();
        sum += counts.Sum(count => found.Alive(count));
        var alive = counts.Count / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
        yield return new(
            $"loyalty, a year told of each, {on}", told, "customers/s", "alive or not alone", alive,
            sum > 0 ? "" : "nobody is expected");
    }

    /// <summary>Customers who begin on any day, as many together as bought alike.</summary>
    private static List<PurchaseCount> Drawn(long customers)
    {
        var dice = new Random(1);
        var alike = new Dictionary<(int, int, int), long>();
        for (var customer = 0L; customer < customers; customer++)
        {
            var observed = 1 + dice.Next(Days);
            var (pace, leaving) = (MeanDays / Exponential(dice), dice.NextDouble());
            var (now, last, repeats) = (0.0, 0.0, 0);
            while ((now += Exponential(dice) * pace) <= observed)
            {
                (last, repeats) = (now, repeats + 1);
                if (dice.NextDouble() < leaving)
                {
                    break;
                }
            }

            var key = (repeats, (int)last, observed);
            alike[key] = alike.GetValueOrDefault(key) + 1;
        }

        return [.. alike.Select(entry => PurchaseCount.OfDays(
            entry.Key.Item1, entry.Key.Item2, entry.Key.Item3, entry.Value))];
    }

    private static double Exponential(Random dice) => -Math.Log(1 - dice.NextDouble());
}
