using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a line of a count found, and what the book said.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("stock_count_line")]
internal sealed record StockCountLineRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("depot_id")] public long DepotId { get; init; }
    [Column("batch_id")] public long BatchId { get; init; }
    [Column("bin_id")] public long BinId { get; init; }
    [Column("book_qty")] public long BookQty { get; init; }
    [Column("counted_qty")] public long CountedQty { get; init; }
    [Column("difference_qty")] public long DifferenceQty { get; init; }
}
