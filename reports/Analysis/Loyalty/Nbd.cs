using MathNet.Numerics;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>NBD: customers buy as Poisson processes whose rates are gamma distributed, and never leave. What BG/NBD has
/// to beat, or nobody left that it could tell.</summary>
/// <remarks>A. Ehrenberg, The Pattern of Consumer Purchases, Applied Statistics 8 (1959). Times are in weeks.</remarks>
internal sealed record Nbd(double R, double Alpha)
{
    public double Expected(PurchaseCount customer, double weeks) =>
        (R + customer.Repeats) / (Alpha + customer.ObservedFor) * weeks;

    public static Nbd? Fit(IReadOnlyList<PurchaseCount> customers)
    {
        var most = customers.Count == 0 ? 0 : customers.Max(customer => customer.Repeats);
        return most > 0
            && MostLikely.Find([1, 10], p => LogLikelihood(customers, most, p), p => Gradient(customers, most, p))
                is [var r, var alpha] ? new(r, alpha) : null;
    }

    public double LogLikelihood(IReadOnlyList<PurchaseCount> customers) =>
        LogLikelihood(customers, customers.Max(customer => customer.Repeats), [R, Alpha]);

    private static double LogLikelihood(IReadOnlyList<PurchaseCount> customers, int most, double[] p)
    {
        var (r, alpha) = (p[0], p[1]);
        var common = Enumerable.Range(0, most + 1).Select(x =>
            SpecialFunctions.GammaLn(r + x) - SpecialFunctions.GammaLn(r) + (r * Math.Log(alpha))).ToArray();
        return customers.Sum(customer => customer.Customers
            * (common[customer.Repeats] - ((r + customer.Repeats) * Math.Log(alpha + customer.ObservedFor))));
    }

    private static double[] Gradient(IReadOnlyList<PurchaseCount> customers, int most, double[] p)
    {
        var (r, alpha) = (p[0], p[1]);
        var common = Enumerable.Range(0, most + 1).Select(x =>
            SpecialFunctions.DiGamma(r + x) - SpecialFunctions.DiGamma(r) + Math.Log(alpha)).ToArray();
        var gradient = new double[2];
        foreach (var (x, _, t, count) in customers)
        {
            gradient[0] += count * (common[x] - Math.Log(alpha + t));
            gradient[1] += count * ((r / alpha) - ((r + x) / (alpha + t)));
        }

        return gradient;
    }
}
