namespace Analytics.Ingest.Demo;

/// <summary>Draws an index with a probability in proportion to its weight, in constant time (Vose's alias method).
/// </summary>
internal sealed class Urn
{
    private readonly double[] keep;
    private readonly int[] other;

    /// <param name="weights">At least one above zero.</param>
    public Urn(ReadOnlySpan<double> weights)
    {
        keep = new double[weights.Length];
        other = new int[weights.Length];
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var n = 0; n < weights.Length; n++)
        {
            keep[n] = weights[n] / total * weights.Length;
            other[n] = n;
            (keep[n] < 1 ? small : large).Push(n);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (low, high) = (small.Pop(), large.Pop());
            other[low] = high;
            keep[high] -= 1 - keep[low];
            (keep[high] < 1 ? small : large).Push(high);
        }
    }

    public int Draw(Dice dice)
    {
        var n = dice.Below(keep.Length);
        return dice.Fraction() < keep[n] ? n : other[n];
    }
}
