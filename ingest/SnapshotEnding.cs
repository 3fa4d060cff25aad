namespace Analytics.Ingest;

/// <summary>How a run of a snapshot ended.</summary>
public enum SnapshotEnding
{
    /// <summary>Built whole and served.</summary>
    Published,

    /// <summary>Added to a copy of the generation before, and served.</summary>
    Added,

    /// <summary>The book stood as it stood.</summary>
    Unchanged,

    /// <summary>Nothing was built.</summary>
    Refused,

    /// <summary>An audit found rows that must not be.</summary>
    Red,

    /// <summary>Stopped on the way.</summary>
    Cancelled,

    /// <summary>The disk, a file or another process failed it.</summary>
    Failed,
}
