using Analytics.Reports.Compare;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>Whether a customer is leaving, against its own rhythm, and what that costs.</summary>
internal sealed record Judgement
{
    private const int DaysOfYear = 365;

    /// <summary>A ratio beyond this is as good as any.</summary>
    private const decimal Farthest = 99_999;

    /// <summary>Between two purchases, in days; null where neither the customer nor its class tells.</summary>
    public decimal? Interval { get; private init; }

    /// <summary>Standard deviation of the gaps by their mean; null below two gaps.</summary>
    public decimal? IntervalSpread { get; private init; }

    /// <summary><c>own</c>, <c>class</c>, or empty.</summary>
    public string IntervalSource { get; private init; } = "";

    public DateOnly? ExpectedDate { get; private init; }

    public int? OverdueDays { get; private init; }

    public decimal? OverdueRate { get; private init; }

    /// <summary>1 as usual to 5 lost.</summary>
    public int Level { get; private init; }

    public decimal? Alive { get; private init; }

    /// <summary>Purchase days expected in 30, 90 and 365 days; empty without a model.</summary>
    public IReadOnlyList<decimal> ExpectedCounts { get; private init; } = [];

    /// <summary>Net amounts expected in those; empty where the model cannot tell what is spent.</summary>
    public IReadOnlyList<decimal> ExpectedAmounts { get; private init; } = [];

    public decimal RiskAmount { get; private init; }

    /// <summary>Spans to come that something is expected of, in days.</summary>
    public static readonly IReadOnlyList<int> Horizons = [30, 90, DaysOfYear];

    public static Judgement Of(
        CustomerHistory customer, DateOnly asOf, PopulationModel population, LoyaltyOptions options)
    {
        var gaps = customer.DayCount - 1;
        var span = customer.LastDate.DayNumber - customer.FirstDate.DayNumber;
        var isOwn = customer.DayCount >= options.MinPurchases && gaps > 0;
        decimal? interval = isOwn ? Math.Round((decimal)span / gaps, 2, MidpointRounding.AwayFromZero)
            : customer.ClassInterval is { } ofClass ? ofClass / 100m : null;
        var recency = asOf.DayNumber - customer.LastDate.DayNumber;
        var rate = interval is null ? (decimal?)null
            : Math.Min(Farthest, Comparison.Rounded(recency / Math.Max(interval.Value, options.FloorDays)));
        var expected = interval is { } days
            ? customer.LastDate.AddDays((int)Math.Round(days, MidpointRounding.AwayFromZero)) : (DateOnly?)null;
        return new Judgement
        {
            Interval = interval,
            IntervalSpread = gaps > 1 ? Spread(gaps, span, customer.GapSquares) : null,
            IntervalSource = isOwn ? "own" : interval is null ? "" : "class",
            ExpectedDate = expected,
            OverdueDays = expected is { } next ? Math.Max(0, asOf.DayNumber - next.DayNumber) : null,
            OverdueRate = rate,
            Level = rate is { } late ? 1 + options.Levels.Count(edge => late > edge) : 1,
        }.With(customer, asOf, population, rate);
    }

    private Judgement With(CustomerHistory customer, DateOnly asOf, PopulationModel population, decimal? rate)
    {
        var margin = customer.WindowDayCount == 0 ? 0 : customer.MarginAmount / customer.WindowDayCount;
        if (population.Buying is not { } model)
        {
            return this with { RiskAmount = rate > 2 ? Math.Max(0, customer.MarginAmount) : 0 };
        }

        var count = PurchaseCount.OfDays(
            customer.DayCount - 1,
            customer.LastDate.DayNumber - customer.FirstDate.DayNumber,
            asOf.DayNumber - customer.FirstDate.DayNumber);
        var alive = model.Alive(count);
        var counts = Horizons.Select(days => Figure(model.Expected(count, PurchaseCount.Weeks(days)))).ToList();
        var spent = customer.AllAmount / customer.DayCount;
        var mean = population.Spending is { } spending && spent > 0
            ? Figure(spending.ExpectedMean(customer.DayCount, (double)spent)) : (decimal?)null;
        return this with
        {
            Alive = Figure(alive),
            ExpectedCounts = counts,
            ExpectedAmounts = mean is { } amount ? [.. counts.Select(expected => expected * amount)] : [],
            RiskAmount = Math.Max(
                0, Figure((1 - alive) * model.ExpectedOfAlive(count, PurchaseCount.Weeks(DaysOfYear))) * margin),
        };
    }

    private static decimal Spread(int gaps, int span, long squares)
    {
        // By whole numbers up to the root, so that it is the same however the rows were read.
        var variance = (((decimal)squares * gaps) - ((decimal)span * span)) / ((decimal)gaps * (gaps - 1));
        return span == 0 ? 0 : Comparison.Rounded((decimal)Math.Sqrt((double)variance) * gaps / span);
    }

    private static decimal Figure(double value) => Comparison.Rounded((decimal)value);
}
