namespace Analytics.Ingest.Demo;

/// <summary>Random numbers that are the same for a seed on every machine and in every version of the runtime
/// (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for one purpose, so that a change elsewhere does not shift their numbers.</summary>
    public static Dice For(int seed, int purpose) =>
        new(unchecked(((ulong)(uint)seed << 20) ^ ((ulong)(uint)purpose * Odd)));

    /// <summary>0 up to but not including 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>Both ends in.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public double Between(double low, double high) => low + (Fraction() * (high - low));

    public bool Chance(double probability) => Fraction() < probability;

    /// <summary>Mean 0, deviation 1; Irwin–Hall of twelve, which needs no transcendental function.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var n = 0; n < 12; n++)
        {
            sum += Fraction();
        }

        return sum;
    }

    private const ulong Odd = 0x9E3779B97F4A7C15;

    private ulong Next()
    {
        unchecked
        {
            state += Odd;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
