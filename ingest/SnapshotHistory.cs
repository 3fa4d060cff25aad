namespace Analytics.Ingest;

/// <summary>The runs of a company's snapshots, the latest some thousand.</summary>
public sealed class SnapshotHistory(string path, long mostBytes = RunLines.UsualBytes)
{
    private readonly RunLines lines = new(path, mostBytes);

    /// <summary>One run as it is kept.</summary>
    public static string Line(SnapshotRun run) => RunLines.Line(run);

    /// <summary>An ending as a line names it.</summary>
    public static string Name(SnapshotEnding ending) => RunLines.Name(ending);

    /// <summary>The latest runs, newest first. A line cut short by a crash is passed over.</summary>
    public IReadOnlyList<SnapshotRun> Latest(int atMost) => lines.Latest<SnapshotRun>(atMost);

    /// <summary>Adds a run; answers whether it could be written.</summary>
    internal Task<bool> AddAsync(SnapshotRun run, TimeProvider clock) => lines.AddAsync(run, clock);
}
