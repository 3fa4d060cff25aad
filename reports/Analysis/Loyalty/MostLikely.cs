using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Analytics.Reports.Analysis.Loyalty;

/// <summary>Finds the parameters, all above 0, at which a likelihood is greatest.</summary>
internal static class MostLikely
{
    private const double Tolerance = 1e-6;
    private const int MostSteps = 500;

    /// <summary>Beyond e to this a parameter means that the customers do not tell it.</summary>
    private const double Farthest = 12;

    /// <param name="start">Where to begin.</param>
    /// <param name="logLikelihood">Of the parameters.</param>
    /// <param name="gradient">Its derivatives.</param>
    /// <returns>Null where no maximum is found, or one lies at no finite parameters.</returns>
    public static double[]? Find(
        double[] start, Func<double[], double> logLikelihood, Func<double[], double[]> gradient)
    {
        // Logarithms of the parameters are free of bounds, and the likelihood of one customer has a scale of its own.
        var scale = Math.Max(1, Math.Abs(logLikelihood(start)));
        var at = ObjectiveFunction.Gradient(
            point => -logLikelihood(Exp(point)) / scale,
            point =>
            {
                var parameters = Exp(point);
                var slope = gradient(parameters);
                return Vector<double>.Build.Dense(slope.Length, i => -slope[i] * parameters[i] / scale);
            });
        var first = Vector<double>.Build.Dense([.. start.Select(value => Math.Log(value))]);
        var found = Minimum(at, first);
        return found is null || found.Any(value => !double.IsFinite(value) || Math.Abs(value) > Farthest)
            ? null
            : Exp(found);
    }

    private static Vector<double>? Minimum(IObjectiveFunction at, Vector<double> first)
    {
        try
        {
            return new BfgsMinimizer(Tolerance, Tolerance * 1e-3, Tolerance * 1e-6, MostSteps)
                .FindMinimum(at, first).MinimizingPoint;
        }
        catch (OptimizationException)
        {
            // Its search along a line gives up where the slope is flat; a simplex needs no slope.
            try
            {
                return NelderMeadSimplex.Minimum(
                    ObjectiveFunction.Value(point =>
                    {
                        var forked = at.Fork();
                        forked.EvaluateAt(point);
                        return forked.Value;
                    }),
                    first, 1e-9, 5_000).MinimizingPoint;
            }
            catch (OptimizationException)
            {
                return null;
            }
        }
    }

    private static double[] Exp(Vector<double> point) => [.. point.Enumerate().Select(Math.Exp)];
}
