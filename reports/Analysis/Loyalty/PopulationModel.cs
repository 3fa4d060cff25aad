namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>What is known of how a population buys.</summary>
/// <param name="Kind"><c>wholesale</c> or <c>member</c>.</param>
/// <param name="Customers">With a purchase before the days kept back.</param>
/// <param name="HoldOutDays">Days kept back to test the models on; 0 where history is too short to keep any.</param>
/// <param name="Fits">Every way that was tried.</param>
internal sealed record PopulationModel(
    string Kind, long Customers, int HoldOutDays, IReadOnlyList<ModelFit> Fits)
{
    /// <summary>Of how often they buy, over all history; null where it does not stand its test.</summary>
    public BgNbd? Buying { get; init; }

    /// <summary>Of what they spend at a time; null where it cannot be told.</summary>
    public GammaGamma? Spending { get; init; }

    /// <summary>How far the expected number may be from what there was, for a model to be trusted.</summary>
    private const double MostAstray = 0.25;

    /// <summary>Fits the models to what came before the days kept back, tests them on those, and fits what stands again
    /// to all.</summary>
    /// <param name="kind">The population.</param>
    /// <param name="days">Kept back.</param>
    /// <param name="counts">Of customers: at the first day kept back, as many days before it, and of all
    /// history.</param>
    /// <param name="spending">How often and how much at a time customers spend who bought again.</param>
    public static PopulationModel Of(
        string kind, int days,
        (IReadOnlyList<SplitCount> At, IReadOnlyList<SplitCount> Before, IReadOnlyList<SplitCount> Whole) counts,
        IReadOnlyList<(int Times, double Mean)> spending)
    {
        var known = counts.At.Select(row => row.Customer).ToList();
        var all = counts.Whole.Select(row => row.Customer).ToList();
        var customers = known.Sum(customer => customer.Customers);
        var population = new PopulationModel(kind, customers, customers == 0 ? 0 : days, []);
        if (customers == 0 || days == 0)
        {
            return population;
        }

        var weeks = PurchaseCount.Weeks(days);
        var (buying, poisson) = (BgNbd.Fit(known), Nbd.Fit(known));
        var hazard = ReturnHazard.Of(counts.Before);
        var fits = new List<ModelFit>
        {
            Tested(ModelFit.LastPeriod, counts.At, row => row.Before),
            Tested(ModelFit.Hazard, counts.At, row => hazard.Expected(row.Customer)),
        };
        if (poisson is not null)
        {
            fits.Add(Tested(ModelFit.Nbd, counts.At, row => poisson.Expected(row.Customer, weeks)) with
            {
                LogLikelihood = poisson.LogLikelihood(known),
            });
        }

        if (buying is null)
        {
            return population with { Fits = fits };
        }

        var tested = Tested(ModelFit.BgNbd, counts.At, row => buying.Expected(row.Customer, weeks)) with
        {
            LogLikelihood = buying.LogLikelihood(known),
        };
        var whole = Stands(tested, fits[0]) ? BgNbd.Fit(all) : null;
        return population with
        {
            Fits = [tested with { IsUsed = whole is not null }, .. fits],
            Buying = whole,
            Spending = whole is null ? null : GammaGamma.Fit(spending),
        };
    }

    /// <summary>Near in all, and for each customer no worse than as many as the last time.</summary>
    private static bool Stands(ModelFit model, ModelFit lastPeriod) =>
        Math.Abs(model.Expected - model.Actual) <= MostAstray * model.Actual && model.MeanError <= lastPeriod.MeanError;

    private static ModelFit Tested(
        string name, IReadOnlyList<SplitCount> customers, Func<SplitCount, double> expected)
    {
        var (sum, actual, error, count) = (0.0, 0.0, 0.0, 0L);
        foreach (var row in customers)
        {
            var told = expected(row);
            sum += told * row.Customer.Customers;
            actual += (double)row.After * row.Customer.Customers;
            error += Math.Abs(told - row.After) * row.Customer.Customers;
            count += row.Customer.Customers;
        }

        return new(name, sum, actual, error / count);
    }
}
