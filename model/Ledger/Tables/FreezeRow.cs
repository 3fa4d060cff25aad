using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>Freezing or freeing stock. Properties in the table's column order, which is the canonical one.</summary>
[Table("stock_freeze")]
internal sealed record FreezeRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("batch_id")] public long BatchId { get; init; }
    [Column("depot_id")] public long DepotId { get; init; }
    [Column("is_frozen")] public long IsFrozen { get; init; }
    [Column("reason")] public string Reason { get; init; } = "";
}
