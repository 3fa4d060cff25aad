namespace Analytics.Ingest;

/// <summary>Times the steps of a snapshot and says how far it is.</summary>
internal sealed class SnapshotSteps(TimeProvider clock, IProgress<SnapshotProgress>? progress, Action<string>? atStep)
{
    private readonly List<(string Step, double Seconds)> seconds = [];
    private readonly List<SnapshotRunStep> ended = [];

    public TimeProvider Clock => clock;

    public IReadOnlyList<(string Step, double Seconds)> Seconds => seconds;

    /// <summary>What is kept of those that ended.</summary>
    public IReadOnlyList<SnapshotRunStep> Ended => ended;

    /// <summary>The most the process held resident when a step ended.</summary>
    public long PeakMemoryBytes { get; private set; } = Environment.WorkingSet;

    /// <param name="step">Its name, such as <c>load dim_item</c>.</param>
    /// <param name="work">Is given where to report the rows that went by.</param>
    public async Task<T> RunAsync<T>(string step, Func<Action<long>, Task<T>> work)
    {
        var startedAt = clock.GetTimestamp();
        var rows = 0L;
        var result = await work(count => progress?.Report(new(step, rows = count, null)));
        var took = Math.Round(clock.GetElapsedTime(startedAt).TotalSeconds, 3);
        seconds.Add((step, took));
        ended.Add(Kept(step, result, took));
        PeakMemoryBytes = Math.Max(PeakMemoryBytes, Environment.WorkingSet);
        progress?.Report(new(step, RowsOf(result) ?? rows, took));
        atStep?.Invoke(step);
        return result;
    }

    private static SnapshotRunStep Kept<T>(string step, T result, double took) => new(
        step,
        step.StartsWith("extract ", StringComparison.Ordinal) ? result as long? : null,
        RowsOf(result),
        (result as AuditFinding)?.Count ?? (result as SnapshotAccepted)?.Quarantined ?? 0,
        took);

    private static long? RowsOf<T>(T result) => result as long? ?? (result as SnapshotAccepted)?.Rows;
}
