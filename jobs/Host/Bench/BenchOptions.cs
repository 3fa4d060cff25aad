namespace Analytics.Host.Bench;

/// <summary>What to measure.</summary>
/// <param name="Lines">Sale lines of the demo company, for snapshot and reports.</param>
/// <param name="Movements">Movements that are costed again.</param>
/// <param name="Ledger">A PostgreSQL connection string where the book is measured there too; else null.</param>
/// <param name="FillGigabytes">How large a book to fill; 0 for none.</param>
/// <param name="IsFilledVerified">Whether the filled book is verified too.</param>
internal sealed record BenchOptions(
    long Lines, long Movements, string? Ledger, double FillGigabytes, bool IsFilledVerified);
