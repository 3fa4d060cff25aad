using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>How a snapshot ended. A closed set.</summary>
public abstract record SnapshotOutcome
{
    private SnapshotOutcome()
    {
    }

    /// <summary>A new generation is served.</summary>
    /// <param name="Manifest">What it is.</param>
    /// <param name="Rows">Rows extracted from the Ledger.</param>
    /// <param name="Seconds">By step, in the order they ran.</param>
    public sealed record Published(Manifest Manifest, long Rows, IReadOnlyList<(string Step, double Seconds)> Seconds)
        : SnapshotOutcome
    {
        /// <summary>What was posted since was added to a copy of what was served; else all was built.</summary>
        public bool IsAdded { get; init; }

        /// <summary>Rows of a foreign source that were not taken, and are listed in quarantine.</summary>
        public long Quarantined { get; init; }

        /// <summary>Tables that lost more rows than they may, as was accepted.</summary>
        public IReadOnlyList<string> AcceptedShrink { get; init; } = [];

        /// <summary>What it might use of the machine.</summary>
        public required StarSessionOptions Session { get; init; }

        /// <summary>Why it is served and yet not copied to <see cref="SnapshotOptions.Copy"/>; null where it was, or
        /// should not be.</summary>
        public string? CopyFault { get; init; }

        /// <summary>The generations that were not kept.</summary>
        public IReadOnlyList<Manifest> Pruned { get; init; } = [];
    }

    /// <summary>The served generation is complete to the end of the Ledger already.</summary>
    public sealed record Unchanged(string Generation, long Seq) : SnapshotOutcome;

    /// <summary>The new generation was wrong and is discarded; what was served before is served still.</summary>
    public sealed record AuditFailed(IReadOnlyList<AuditFinding> Findings) : SnapshotOutcome;

    /// <summary>Nothing was built; the line says why and what to do.</summary>
    public sealed record Refused(string Line) : SnapshotOutcome;
}
