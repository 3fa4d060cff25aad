using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A pick that left a nearer batch behind.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("pick_override")]
internal sealed record PickOverrideRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("batch_id")] public long BatchId { get; init; }
    [Column("nearer_batch_id")] public long NearerBatchId { get; init; }
    [Column("reason")] public string Reason { get; init; } = "";
}
