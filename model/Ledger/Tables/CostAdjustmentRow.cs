using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A later correction of a movement's cost.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("cost_adjustment")]
internal sealed record CostAdjustmentRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("kind")] public string Kind { get; init; } = "";
    [Column("original_seq")] public long OriginalSeq { get; init; }
    [Column("original_line_no")] public long OriginalLineNo { get; init; }
    [Column("original_movement_no")] public long OriginalMovementNo { get; init; }
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("cost_amount")] public long CostAmount { get; init; }
    [Column("management_cost_amount")] public long ManagementCostAmount { get; init; }
}
