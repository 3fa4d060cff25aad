using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>One row per seq: kind, when recorded, and the chain's hash. Properties in the table's column order, which
/// is the canonical one.</summary>
[Table("entry")]
internal sealed record EntryRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("kind")] public string Kind { get; init; } = "";
    [Column("recorded_at")] public long RecordedAt { get; init; }
    [Column("hash")] public string Hash { get; init; } = "";
}
