using System.Diagnostics;
using System.Globalization;

namespace Analytics.Host.Bench;

/// <summary>What readers saw over a while.</summary>
internal sealed class ReaderTimes
{
    private readonly List<double> sorted;

    /// <param name="answers">Of all readers.</param>
    /// <param name="begin">Of the while, by the stopwatch.</param>
    /// <param name="end">Of the while.</param>
    public ReaderTimes(IReadOnlyList<ReaderAnswer> answers, long begin, long end)
    {
        sorted = [.. answers.Select(answer => Milliseconds(answer.StartedAt, answer.EndedAt)).Order()];
        var ended = answers.Select(answer => answer.EndedAt).Order().Prepend(begin).Append(end).ToList();
        Pause = ended.Zip(ended.Skip(1), Milliseconds).Max();
        Generations = answers.Select(answer => answer.Generation).Distinct().Count();
    }

    public int Count => sorted.Count;

    public double P50 => At(50);

    public double P99 => At(99);

    /// <summary>The longest time in which no reader had an answer.</summary>
    public double Pause { get; }

    /// <summary>How many generations the answers are from.</summary>
    public int Generations { get; }

    public string Note => string.Create(CultureInfo.InvariantCulture, $"{Count:N0} answers");

    /// <summary>This while beside one in which nothing else went on.</summary>
    public IEnumerable<BenchRow> Beside(ReaderTimes idle, string during)
    {
        yield return new BenchRow($"readers, {during}, p50", P50, "ms", "idle, p50", idle.P50, Note);
        yield return new BenchRow($"readers, {during}, p99", P99, "ms", "idle, p99", idle.P99, Note);
        yield return new BenchRow(
            $"longest without an answer, {during}", Pause, "ms", "idle", idle.Pause,
            string.Create(CultureInfo.InvariantCulture, $"answers from {Generations} generations"));
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private double At(int percent) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count * percent / 100, sorted.Count - 1)];
}
