namespace Analytics.Ledger.Reading;

/// <summary>A step of a document's life: from which status to which, when, by whom and why; of one that ends it, its
/// reason of the list of reasons.</summary>
public sealed record LifeStep(
    long Seq, DateTimeOffset RecordedAt, string Actor, string Before, string After, string Note,
    string ReasonCode);
