using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A posted line, signed as it counts.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("document_line")]
internal sealed record DocumentLineRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("item_version_id")] public long ItemVersionId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("purpose")] public string Purpose { get; init; } = "";
    [Column("promotion_id")] public long PromotionId { get; init; } = -1;
    [Column("entered_unit")] public string EnteredUnit { get; init; } = "";
    [Column("entered_qty")] public long EnteredQty { get; init; }
    [Column("unit_factor")] public long UnitFactor { get; init; }
    [Column("qty")] public long Qty { get; init; }
    [Column("list_amount")] public long ListAmount { get; init; }
    [Column("net_amount")] public long NetAmount { get; init; }
    [Column("tax_rate")] public long TaxRate { get; init; }
    [Column("tax_amount")] public long TaxAmount { get; init; }
    [Column("discount_amount")] public long DiscountAmount { get; init; }
    [Column("cost_amount")] public long CostAmount { get; init; }
    [Column("management_cost_id")] public long ManagementCostId { get; init; }
    [Column("management_cost_amount")] public long ManagementCostAmount { get; init; }
    [Column("is_cost_explicit")] public long IsCostExplicit { get; init; }
    [Column("is_cost_unknown")] public long IsCostUnknown { get; init; }
    [Column("original_seq")] public long OriginalSeq { get; init; }
    [Column("original_line_no")] public long OriginalLineNo { get; init; }
}
