namespace Analytics.Ingest;

/// <summary>What is kept of one step of a snapshot.</summary>
/// <param name="Step">As in <see cref="SnapshotProgress"/>.</param>
/// <param name="RowsIn">Rows an extract read; null for other steps.</param>
/// <param name="RowsOut">Rows an extract staged or a load inserted; null for other steps.</param>
/// <param name="Quarantined">Of an audit, rows it held against the build, at most
/// <see cref="AuditFinding.MostCounted"/>: they keep it from being published. Of a foreign source's table, rows that
/// were not taken.</param>
/// <param name="Seconds">It took.</param>
public sealed record SnapshotRunStep(string Step, long? RowsIn, long? RowsOut, long Quarantined, double Seconds);
