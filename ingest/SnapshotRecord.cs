using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>Writes down how one run of a snapshot ended.</summary>
internal sealed class SnapshotRecord(StarFolder folder, SnapshotSteps steps, SnapshotHistory? history)
{
    private readonly DateTimeOffset startedAt = steps.Clock.GetUtcNow();
    private readonly long startedTicks = steps.Clock.GetTimestamp();

    public Task AddAsync(SnapshotOutcome outcome) => outcome switch
    {
        SnapshotOutcome.Published published => AddAsync(
            published.IsAdded ? SnapshotEnding.Added : SnapshotEnding.Published, published.CopyFault,
            published.AcceptedShrink),
        SnapshotOutcome.Unchanged => AddAsync(SnapshotEnding.Unchanged, null),
        SnapshotOutcome.AuditFailed red => AddAsync(
            SnapshotEnding.Red, string.Join("; ", red.Findings.Select(found => $"{found.Audit} ({found.Count})"))),
        SnapshotOutcome.Refused refused => AddAsync(SnapshotEnding.Refused, refused.Line),
        _ => throw new System.Diagnostics.UnreachableException(outcome.GetType().Name),
    };

    public async Task AddAsync(SnapshotEnding ending, string? line, IReadOnlyList<string>? acceptedShrink = null)
    {
        if (history is null)
        {
            return;
        }

        var served = Served();
        var seconds = Math.Round(steps.Clock.GetElapsedTime(startedTicks).TotalSeconds, 3);
        var run = new SnapshotRun(
            startedAt.ToUniversalTime(), ending, served?.Generation, served?.Seq, seconds, steps.PeakMemoryBytes,
            steps.Ended)
        {
            Line = line is null ? null : Portable(line.ReplaceLineEndings(" ")),
            AcceptedShrink = acceptedShrink is { Count: > 0 } ? acceptedShrink : null,
        };
        await history.AddAsync(run, steps.Clock);
    }

    /// <summary>Without the company's place on this machine, and without its name.</summary>
    private string Portable(string line)
    {
        var home = Path.GetDirectoryName(folder.FullPath);
        line = line.Replace($" on {Environment.MachineName} ", " ", StringComparison.Ordinal);
        return string.IsNullOrEmpty(home)
            ? line
            : line.Replace(home + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private Manifest? Served()
    {
        try
        {
            return folder.Current();
        }
        catch (Exception e) when (e is StarException or IOException)
        {
            return null;
        }
    }
}
