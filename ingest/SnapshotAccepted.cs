namespace Analytics.Ingest;

/// <summary>What came of the rows of one table of a foreign source.</summary>
/// <param name="Rows">Taken.</param>
/// <param name="Quarantined">Not taken.</param>
internal sealed record SnapshotAccepted(long Rows, long Quarantined);
