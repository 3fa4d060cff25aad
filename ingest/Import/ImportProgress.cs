namespace Analytics.Ingest.Import;

/// <summary>How far an import has come.</summary>
/// <param name="IsChecking">Whether the file is still being looked through, and nothing posted.</param>
/// <param name="Rows">Rows read in this pass.</param>
/// <param name="TotalRows">Rows in the file; 0 while checking.</param>
public sealed record ImportProgress(bool IsChecking, long Rows, long TotalRows)
{
    public ImportCounts Counts { get; init; } = new();
}
