using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A term of a version of a promotion.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("promotion_term")]
internal sealed record PromotionTermRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("qty")] public long Qty { get; init; }
    [Column("threshold_amount")] public long ThresholdAmount { get; init; }
    [Column("off_amount")] public long OffAmount { get; init; }
    [Column("off_rate")] public long OffRate { get; init; }
}
