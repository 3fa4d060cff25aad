using MathNet.Numerics;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>The likelihood of BG/NBD over given customers, and how it changes with each parameter.</summary>
/// <remarks>What depends on the number of repeats alone is reckoned once for each number there is, so a customer costs
/// two logarithms and an exponential.</remarks>
internal sealed class BgNbdLikelihood
{
    private readonly PurchaseCount[] customers;
    private readonly int mostRepeats;

    public BgNbdLikelihood(IReadOnlyList<PurchaseCount> customers)
    {
        this.customers = [.. customers];
        mostRepeats = this.customers.Length == 0 ? 0 : this.customers.Max(customer => customer.Repeats);
    }

    public double Value(double[] p) => Value(p[0], p[1], p[2], p[3]);

    public double Value(double r, double alpha, double a, double b)
    {
        var common = new double[mostRepeats + 1];
        for (var x = 0; x <= mostRepeats; x++)
        {
            common[x] = SpecialFunctions.GammaLn(r + x) - SpecialFunctions.GammaLn(r) + (r * Math.Log(alpha))
                + SpecialFunctions.GammaLn(a + b) + SpecialFunctions.GammaLn(b + x)
                - SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b + x);
        }

        var sum = 0.0;
        foreach (var (x, tx, t, count) in customers)
        {
            var (_, log) = Left(r, alpha, a, b, new(x, tx, t));
            sum += count * (common[x] + log);
        }

        return sum;
    }

    public double[] Gradient(double[] p)
    {
        var (r, alpha, a, b) = (p[0], p[1], p[2], p[3]);
        var (byR, byA, byB) = (new double[mostRepeats + 1], new double[mostRepeats + 1], new double[mostRepeats + 1]);
        var both = SpecialFunctions.DiGamma(a + b);
        for (var x = 0; x <= mostRepeats; x++)
        {
            var all = SpecialFunctions.DiGamma(a + b + x);
            byR[x] = SpecialFunctions.DiGamma(r + x) - SpecialFunctions.DiGamma(r) + Math.Log(alpha);
            byA[x] = both - all;
            byB[x] = both + SpecialFunctions.DiGamma(b + x) - SpecialFunctions.DiGamma(b) - all;
        }

        var gradient = new double[4];
        foreach (var (x, tx, t, count) in customers)
        {
            var (left, _) = Left(r, alpha, a, b, new(x, tx, t));
            gradient[0] += count
                * (byR[x] - ((1 - left) * Math.Log(alpha + t)) - (left == 0 ? 0 : left * Math.Log(alpha + tx)));
            gradient[1] += count * ((r / alpha) - ((r + x) * (((1 - left) / (alpha + t)) + (left / (alpha + tx)))));
            gradient[2] += count * (byA[x] + (left / a));
            gradient[3] += count * (byB[x] - (left == 0 ? 0 : left / (b + x - 1)));
        }

        return gradient;
    }

    /// <summary>The chance that a customer left after the last purchase, and the logarithm of the part of the
    /// likelihood that times decide.</summary>
    private static (double Left, double Log) Left(
        double r, double alpha, double a, double b, PurchaseCount customer)
    {
        var x = customer.Repeats;
        var alive = -(r + x) * Math.Log(alpha + customer.ObservedFor);
        if (x == 0)
        {
            return (0, alive);
        }

        var left = Math.Log(a) - Math.Log(b + x - 1) - ((r + x) * Math.Log(alpha + customer.LastAt));
        // The larger is taken out, so that neither power runs over.
        var odds = Math.Exp(-Math.Abs(alive - left));
        return (left > alive ? 1 / (1 + odds) : odds / (1 + odds), Math.Max(alive, left) + Math.Log(1 + odds));
    }
}
