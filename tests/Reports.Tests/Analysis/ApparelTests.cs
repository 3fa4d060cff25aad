using System.Globalization;
using Analytics.Fixtures;
using Analytics.Reports.Analysis.Loyalty;

namespace Analytics.Reports.Tests.Analysis;

/// <summary>Purchases of 600 customers of a clothing shop, 2005 to 2010: what a year keeps back is told.</summary>
public sealed class ApparelTests
{
    private const int HoldOut = 365;

    [SkippableFact]
    public void The_last_year_is_told_better_than_as_the_year_before_and_than_by_recency_frequency_and_money()
    {
        var buyers = Read();
        var last = buyers.Values.Max(bought => bought.Keys.Max());
        var cutOff = last.AddDays(-HoldOut);
        var known = buyers.Values.Where(bought => bought.Keys.Min() <= cutOff).ToList();
        var at = known.ConvertAll(bought => Split(bought, cutOff));
        var before = buyers.Values.Where(bought => bought.Keys.Min() <= cutOff.AddDays(-HoldOut)).ToList()
            .ConvertAll(bought => Split(bought, cutOff.AddDays(-HoldOut)));

        var model = PopulationModel.Of(
            "member", HoldOut, (at, before, [.. buyers.Values.Select(bought => Split(bought, last))]),
            Spending(buyers));

        var fits = model.Fits.ToDictionary(fit => fit.Name);
        var actual = at.ConvertAll(row => (double)row.After);
        fits[ModelFit.BgNbd].IsUsed.Should().BeTrue();
        fits[ModelFit.BgNbd].MeanError.Should().BeLessThan(fits[ModelFit.LastPeriod].MeanError);
        fits[ModelFit.BgNbd].MeanError.Should().BeLessThan(ByCells(known, before, cutOff, actual));
        fits[ModelFit.BgNbd].Expected.Should().BeApproximately(actual.Sum(), 0.25 * actual.Sum());
        model.Spending.Should().NotBeNull();
    }

    /// <summary>The mean error of telling each customer by what its RFM cell did the year before.</summary>
    private static double ByCells(
        List<SortedDictionary<DateOnly, decimal>> known, List<SplitCount> before, DateOnly cutOff, List<double> actual)
    {
        var earlier = cutOff.AddDays(-HoldOut);
        var learnt = known.Where(bought => bought.Keys.Min() <= earlier).ToList();
        var cells = learnt.Zip(Cells(learnt, earlier), (bought, cell) => (cell, Split(bought, earlier).After))
            .GroupBy(row => row.cell).ToDictionary(cell => cell.Key, cell => cell.Average(row => row.After));
        var overall = before.Average(row => row.After);
        return Cells(known, cutOff).Zip(actual, (cell, bought) =>
            Math.Abs(cells.GetValueOrDefault(cell, overall) - bought)).Average();
    }

    /// <summary>Halves by last purchase, days and amount.</summary>
    private static List<(bool, bool, bool)> Cells(List<SortedDictionary<DateOnly, decimal>> buyers, DateOnly day)
    {
        var told = buyers.ConvertAll(bought => bought.Where(entry => entry.Key <= day).ToList());
        var (recency, frequency, money) = (
            Median(told, bought => bought[^1].Key.DayNumber), Median(told, bought => bought.Count),
            Median(told, bought => (double)bought.Sum(entry => entry.Value)));
        return told.ConvertAll(bought => (
            bought[^1].Key.DayNumber >= recency, bought.Count >= frequency,
            (double)bought.Sum(entry => entry.Value) >= money));
    }

    private static double Median<T>(List<T> items, Func<T, double> figure) =>
        items.Select(figure).Order().ElementAt(items.Count / 2);

    private static List<(int Times, double Mean)> Spending(
        Dictionary<string, SortedDictionary<DateOnly, decimal>> buyers) =>
        [.. buyers.Values.Where(bought => bought.Count > 1)
            .Select(bought => (bought.Count, (double)bought.Values.Average())).Where(entry => entry.Item2 > 0)];

    private static SplitCount Split(SortedDictionary<DateOnly, decimal> bought, DateOnly day)
    {
        var until = bought.Keys.Where(date => date <= day).ToList();
        return new(
            new(
                until.Count - 1, (until[^1].DayNumber - until[0].DayNumber) / 7.0,
                (day.DayNumber - until[0].DayNumber) / 7.0),
            until.Count(date => date > day.AddDays(-HoldOut)),
            bought.Keys.Count(date => date > day && date <= day.AddDays(HoldOut)));
    }

    private static Dictionary<string, SortedDictionary<DateOnly, decimal>> Read()
    {
        var path = Path.Combine(RealData.Folder, "apparel_trans.csv");
        Skip.IfNot(File.Exists(path), $"{path} is absent: set ANALYTICS_DATA to the folder of the real data");
        var buyers = new Dictionary<string, SortedDictionary<DateOnly, decimal>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split(',');
            var bought = buyers.TryGetValue(cells[0], out var there) ? there : buyers[cells[0]] = [];
            var date = DateOnly.Parse(cells[1], CultureInfo.InvariantCulture);
            bought[date] = bought.GetValueOrDefault(date) + decimal.Parse(cells[2], CultureInfo.InvariantCulture);
        }

        return buyers;
    }
}
