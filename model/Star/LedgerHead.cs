namespace Analytics.Star;

/// <summary>What a generation was built from: the end of the Ledger's chain as the build saw it, and the business dates
/// between its first and last document.</summary>
public sealed record LedgerHead(
    long Seq, string Hash, DateTimeOffset RecordedAt, DateOnly FirstBusinessDate, DateOnly LastBusinessDate);
