using Analytics.Star;

namespace Analytics.Ingest;

/// <summary>What came of holding a generation against the book: it agrees where there are no findings.</summary>
public sealed record Reconciled(Manifest Manifest, IReadOnlyList<AuditFinding> Findings);
