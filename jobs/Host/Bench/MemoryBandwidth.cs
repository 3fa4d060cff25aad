using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Analytics.Host.Bench;

/// <summary>What memory gives to as many readers as there are cores: the least time in which anything is read.
/// </summary>
internal static class MemoryBandwidth
{
    private const int Numbers = 32 * 1024 * 1024;
    private const int Rounds = 4;

    /// <summary>Bytes a second, by adding up far more numbers than the caches hold; the best of some rounds.</summary>
    public static double BytesPerSecond()
    {
        var numbers = new long[Numbers];
        Array.Fill(numbers, 1);
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var startedAt = Stopwatch.GetTimestamp();
            Parallel.For(0, Environment.ProcessorCount, part => Sum(Part(numbers, part)));
            best = Math.Max(best, Numbers * sizeof(long) / Stopwatch.GetElapsedTime(startedAt).TotalSeconds);
        }

        return best;
    }

    private static ReadOnlySpan<long> Part(long[] numbers, int part)
    {
        var each = numbers.Length / Environment.ProcessorCount;
        return numbers.AsSpan(part * each, each);
    }

    private static void Sum(ReadOnlySpan<long> numbers)
    {
        var sum = Vector<long>.Zero;
        var vectors = MemoryMarshal.Cast<long, Vector<long>>(numbers);
        foreach (var vector in vectors)
        {
            sum += vector;
        }

        // Something has to come of it, or nothing is read.
        if (Vector.Sum(sum) != vectors.Length * Vector<long>.Count)
        {
            throw new InvalidDataException("memory does not hold what was written");
        }
    }
}
