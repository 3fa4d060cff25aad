using Analytics.Ingest.Calendar;
using Analytics.Ingest.Extract;
using Analytics.Ledger.Heads;
using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>How a snapshot is taken.</summary>
public sealed record SnapshotOptions
{
    /// <summary>Also says how many threads read the book.</summary>
    public StarSessionOptions Session { get; init; } = new();

    /// <summary>Holidays and the fiscal year of the company.</summary>
    public CompanyCalendar Calendar { get; init; } = CompanyCalendar.Statutory;

    /// <summary>Reads the book row by row, as from PostgreSQL, even where there is a faster way: to compare.</summary>
    public bool IsPortable { get; init; }

    /// <summary>Builds even where the Ledger stands as it stood.</summary>
    public bool Full { get; init; }

    /// <summary>Publishes even where a table lost more rows than it may; the record says so.</summary>
    public bool AcceptShrink { get; init; }

    /// <summary>Signs the head that goes into the manifest; null leaves it unsigned.</summary>
    public HeadSigner? Heads { get; init; }

    /// <summary>Where the run leaves its record; null for nowhere.</summary>
    public SnapshotHistory? History { get; init; }

    /// <summary>What is kept once something was published; null deletes nothing.</summary>
    public Pruning? Prune { get; init; }

    /// <summary>The file that what was published is copied to, for tools that know nothing of generations; null for
    /// none.</summary>
    public string? Copy { get; init; }

    /// <summary>Called at the end of each step with its name; a crash test ends the process there.</summary>
    public Action<string>? AtStep { get; init; }

    /// <summary>How many entries a thread reads at a time; small in tests, so that a small book is split.</summary>
    internal long EntriesOfRange { get; init; } = ExtractQuery.UsualEntries;

    /// <summary>Free bytes on the disk of a folder.</summary>
    internal Func<string, long> FreeBytes { get; init; } = folder => new DriveInfo(folder).AvailableFreeSpace;
}
