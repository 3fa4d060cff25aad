using MathNet.Numerics;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>Gamma–Gamma: what a customer spends at a time varies about a mean of his own; the means are spread over
/// customers.</summary>
/// <remarks>P. Fader, B. Hardie, The Gamma-Gamma Model of Monetary Value (2013). Amounts in CNY, above 0.</remarks>
/// <param name="P">Shape of what is spent at a time.</param>
/// <param name="Q">Shape of the spread of means.</param>
/// <param name="V">Its scale, in CNY.</param>
public sealed record GammaGamma(double P, double Q, double V)
{
    /// <summary>The mean of a customer who spent <paramref name="mean"/> at a time on average over so many times:
    /// between his own and that of all, in CNY.</summary>
    public double ExpectedMean(int times, double mean) => P * (V + (times * mean)) / ((P * times) + Q - 1);

    /// <summary>The parameters under which what was seen is most likely.</summary>
    /// <param name="customers">Of each, how often he bought and what he spent at a time on average, above 0.</param>
    /// <returns>Null where the customers do not tell, or their means have no mean (q ≤ 1).</returns>
    public static GammaGamma? Fit(IReadOnlyList<(int Times, double Mean)> customers)
    {
        if (customers.Count == 0)
        {
            return null;
        }

        var overall = customers.Average(customer => customer.Mean);
        // In units of the overall mean all parameters are near 1.
        var scaled = customers.Select(customer => (customer.Times, Mean: customer.Mean / overall)).ToArray();
        var most = scaled.Max(customer => customer.Times);
        var found = MostLikely.Find(
            [2, 3, 2], p => LogLikelihood(scaled, most, p), p => Gradient(scaled, most, p));
        return found is [var shape, var spread, var scale] && spread > 1 ? new(shape, spread, scale * overall) : null;
    }

    private static double LogLikelihood((int Times, double Mean)[] customers, int most, double[] at)
    {
        var (p, q, v) = (at[0], at[1], at[2]);
        var common = new double[most + 1];
        for (var x = 1; x <= most; x++)
        {
            common[x] = SpecialFunctions.GammaLn((p * x) + q) - SpecialFunctions.GammaLn(p * x)
                - SpecialFunctions.GammaLn(q) + (q * Math.Log(v)) + (p * x * Math.Log(x));
        }

        return customers.Sum(customer => common[customer.Times]
            + (((p * customer.Times) - 1) * Math.Log(customer.Mean))
            - (((p * customer.Times) + q) * Math.Log(v + (customer.Times * customer.Mean))));
    }

    private static double[] Gradient((int Times, double Mean)[] customers, int most, double[] at)
    {
        var (p, q, v) = (at[0], at[1], at[2]);
        var (byP, byQ) = (new double[most + 1], new double[most + 1]);
        var ofQ = SpecialFunctions.DiGamma(q);
        for (var x = 1; x <= most; x++)
        {
            var both = SpecialFunctions.DiGamma((p * x) + q);
            byP[x] = x * (both - SpecialFunctions.DiGamma(p * x) + Math.Log(x));
            byQ[x] = both - ofQ + Math.Log(v);
        }

        var gradient = new double[3];
        foreach (var (x, mean) in customers)
        {
            var log = Math.Log(v + (x * mean));
            gradient[0] += byP[x] + (x * (Math.Log(mean) - log));
            gradient[1] += byQ[x] - log;
            gradient[2] += (q / v) - (((p * x) + q) / (v + (x * mean)));
        }

        return gradient;
    }
}
