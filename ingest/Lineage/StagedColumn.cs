namespace Analytics.Ingest.Lineage;

/// <summary>A column of staging, and what it is read from.</summary>
/// <param name="Column">Of staging.</param>
/// <param name="Ledger">Columns of the book; none where staging is filled from a data file or a constant.</param>
public sealed record StagedColumn(ColumnName Column, IReadOnlyList<ColumnName> Ledger);
