namespace Analytics.Reports.Tests.Analysis;

/// <summary>Numbers drawn from distributions.</summary>
internal static class Draws
{
    public static double Exponential(Random dice) => -Math.Log(1 - dice.NextDouble());

    /// <summary>Of scale 1. G. Marsaglia, W. W. Tsang, A Simple Method for Generating Gamma Variables (2000).</summary>
    public static double Gamma(double shape, Random dice)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, dice) * Math.Pow(1 - dice.NextDouble(), 1 / shape);
        }

        var d = shape - (1 / 3.0);
        while (true)
        {
            var normal = Normal(dice);
            var v = Math.Pow(1 + (normal / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - dice.NextDouble()) < (normal * normal / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    public static double Beta(double a, double b, Random dice)
    {
        var (left, right) = (Gamma(a, dice), Gamma(b, dice));
        return left / (left + right);
    }

    public static double Normal(Random dice) =>
        Math.Sqrt(2 * Exponential(dice)) * Math.Cos(2 * Math.PI * dice.NextDouble());
}
