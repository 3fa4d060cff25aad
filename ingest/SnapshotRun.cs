using System.Text.Json.Serialization;

namespace Analytics.Ingest;

/// <summary>What is kept of one run of a snapshot, whichever way it ended.</summary>
/// <param name="StartedAt">In UTC.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Generation">The one served at its end; null where there is none.</param>
/// <param name="Seq">The last entry that generation holds; null where there is none.</param>
/// <param name="Seconds">From start to end.</param>
/// <param name="PeakMemoryBytes">The most the process held resident at the end of any step.</param>
/// <param name="Steps">In the order they ended.</param>
public sealed record SnapshotRun(
    DateTimeOffset StartedAt,
    SnapshotEnding Ending,
    string? Generation,
    long? Seq,
    double Seconds,
    long PeakMemoryBytes,
    IReadOnlyList<SnapshotRunStep> Steps)
{
    /// <summary>Why nothing was published, or what was is not copied; null where all was done, or nothing needed to be.
    /// </summary>
    public string? Line { get; init; }

    /// <summary>The tables that lost more rows than they may, as a person accepted it; null where none did.</summary>
    public IReadOnlyList<string>? AcceptedShrink { get; init; }

    /// <summary>Rows that were not taken, of a foreign source.</summary>
    [JsonIgnore]
    public long Quarantined => Steps
        .Where(step => step.Step.StartsWith("accept ", StringComparison.Ordinal)).Sum(step => step.Quarantined);

    /// <summary>Rows read from the book.</summary>
    [JsonIgnore]
    public long Rows => Steps.Sum(step => step.RowsIn ?? 0);
}
