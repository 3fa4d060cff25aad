namespace Analytics.Star;

/// <summary>One file of an export.</summary>
/// <param name="Path">Below the export's folder, with slashes.</param>
/// <param name="MonthKey">The month it holds; null where it holds a whole table.</param>
/// <param name="Rows">In it.</param>
/// <param name="Digest">Of its rows, as the star has them: two exports whose digests agree hold the same rows.</param>
/// <param name="Sums">Of its amounts and quantities, by column.</param>
/// <param name="Sha256">Of the file; of the earlier export's where <paramref name="IsWritten"/> is not set.</param>
/// <param name="IsWritten">It stands in this export; else the earlier one has it, unchanged.</param>
public sealed record ExportedFile(
    string Path,
    int? MonthKey,
    long Rows,
    string Digest,
    IReadOnlyDictionary<string, decimal> Sums,
    string Sha256,
    bool IsWritten);
