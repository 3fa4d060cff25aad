using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A trace code a line moved. Properties in the table's column order, which is the canonical one.</summary>
[Table("trace_code")]
internal sealed record TraceCodeRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("batch_id")] public long BatchId { get; init; }
    [Column("location")] public long Location { get; init; }
    [Column("code")] public string Code { get; init; } = "";
}
