using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What was rejected of goods that arrived.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("arrival_rejection")]
internal sealed record ArrivalRejectionRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("qty")] public long Qty { get; init; }
    [Column("reason")] public string Reason { get; init; } = "";
}
