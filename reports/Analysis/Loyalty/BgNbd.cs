namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>BG/NBD: a customer buys as a Poisson process while alive and may leave after any purchase; rates of buying
/// are gamma distributed over customers, chances of leaving beta distributed.</summary>
/// <remarks>P. Fader, B. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005). Times
/// are in weeks.</remarks>
/// <param name="R">Shape of the rates of buying.</param>
/// <param name="Alpha">Their scale, in weeks.</param>
/// <param name="A">First shape of the chances of leaving.</param>
/// <param name="B">Second shape of the chances of leaving.</param>
public sealed record BgNbd(double R, double Alpha, double A, double B)
{
    /// <summary>How near to 1 the first shape of leaving may come: there the expectation is a limit.</summary>
    private const double NearOne = 1e-6;

    private const int MostTerms = 100_000;

    /// <summary>The chance that a customer has not left yet, 0 to 1. A customer without repeats is alive by this model.
    /// </summary>
    public double Alive(PurchaseCount customer) => 1 / (1 + Odds(customer));

    /// <summary>Purchases expected within a time to come, in weeks.</summary>
    public double Expected(PurchaseCount customer, double weeks) =>
        ExpectedOfAlive(customer, weeks) * Alive(customer);

    /// <summary>The same, were it certain that the customer has not left.</summary>
    public double ExpectedOfAlive(PurchaseCount customer, double weeks)
    {
        var (x, t) = (customer.Repeats, customer.ObservedFor);
        var a = Math.Abs(A - 1) < NearOne ? 1 + NearOne : A;
        var z = weeks / (Alpha + t + weeks);
        // The hypergeometric function of the paper, by Euler's transformation: its terms fall fast for any z < 1.
        var series = Hypergeometric(a + B - 1 - R, a - 1, a + B + x - 1, z);
        return (a + B + x - 1) / (a - 1) * (1 - (Math.Pow(1 - z, a - 1) * series));
    }

    /// <summary>The logarithm of the likelihood over all customers.</summary>
    public double LogLikelihood(IReadOnlyList<PurchaseCount> customers) =>
        new BgNbdLikelihood(customers).Value(R, Alpha, A, B);

    /// <summary>The parameters under which what was seen is most likely.</summary>
    /// <returns>Null where the customers do not tell: too few of them bought again, or no maximum is found.</returns>
    public static BgNbd? Fit(IReadOnlyList<PurchaseCount> customers)
    {
        if (customers.All(customer => customer.Repeats == 0))
        {
            return null;
        }

        var likelihood = new BgNbdLikelihood(customers);
        return MostLikely.Find([1, 10, 1, 2], likelihood.Value, likelihood.Gradient) is [var r, var alpha, var a, var b]
            ? new(r, alpha, a, b)
            : null;
    }

    /// <summary>That the customer has left, to that he has not.</summary>
    private double Odds(PurchaseCount customer)
    {
        var (x, tx, t) = (customer.Repeats, customer.LastAt, customer.ObservedFor);
        return x == 0 ? 0 : A / (B + x - 1) * Math.Pow((Alpha + t) / (Alpha + tx), R + x);
    }

    /// <summary>₂F₁ by its series, for 0 ≤ z &lt; 1.</summary>
    private static double Hypergeometric(double a, double b, double c, double z)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 0; n < MostTerms; n++)
        {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.Abs(term) < 1e-13 * Math.Abs(sum))
            {
                break;
            }
        }

        return sum;
    }
}
