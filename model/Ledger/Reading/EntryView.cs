namespace Analytics.Ledger.Reading;

/// <summary>An entry of the chain.</summary>
public sealed record EntryView(long Seq, string Hash, DateTimeOffset RecordedAt, string Actor);
