namespace Analytics.Ingest;

/// <summary>How far a snapshot is: within a step while it runs, and once at its end with the seconds it took.</summary>
/// <param name="Step">Such as <c>extract document_line</c>, <c>load fact_sales</c>, <c>audit stock_off_on_hand</c>.
/// </param>
/// <param name="Rows">Rows so far; 0 where a step has none.</param>
/// <param name="Seconds">Null while the step runs.</param>
public sealed record SnapshotProgress(string Step, long Rows, double? Seconds);
