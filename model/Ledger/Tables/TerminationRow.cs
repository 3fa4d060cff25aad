using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>Why an order or draft was ended.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("termination")]
internal sealed record TerminationRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("document_seq")] public long DocumentSeq { get; init; }
    [Column("reason_id")] public long ReasonId { get; init; }
}
