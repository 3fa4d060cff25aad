using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What an entry adds to the estimate of a receipt's line, or takes off it.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("accrual_line")]
internal sealed record AccrualLineRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("of_seq")] public long OfSeq { get; init; }
    [Column("of_line_no")] public long OfLineNo { get; init; }
    [Column("qty")] public long Qty { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
