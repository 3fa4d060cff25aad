using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>One row per seq: what it is, who handed it in, when it was recorded, and the chain's hash.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("entry")]
internal sealed record EntryRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("kind")] public string Kind { get; init; } = "";
    [Column("actor")] public string Actor { get; init; } = "";
    [Column("recorded_at")] public long RecordedAt { get; init; }
    [Column("hash")] public string Hash { get; init; } = "";
}
