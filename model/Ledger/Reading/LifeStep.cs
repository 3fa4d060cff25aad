namespace Analytics.Ledger.Reading;

/// <summary>A step of a document's life: from which status to which, when, by whom and why.</summary>
public sealed record LifeStep(
    long Seq, DateTimeOffset RecordedAt, string Actor, string Before, string After, string Note);
