using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A movement of stock, counted from the depot's side.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("stock_movement")]
internal sealed record StockMovementRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("depot_id")] public long DepotId { get; init; }
    [Column("counter_location")] public long CounterLocation { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("batch_id")] public long BatchId { get; init; }
    [Column("bin_id")] public long BinId { get; init; }
    [Column("cost_basis")] public long CostBasis { get; init; }
    [Column("source_seq")] public long SourceSeq { get; init; }
    [Column("source_line_no")] public long SourceLineNo { get; init; }
    [Column("business_at")] public long BusinessAt { get; init; }
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("qty")] public long Qty { get; init; }
    [Column("value")] public long Value { get; init; }
}
