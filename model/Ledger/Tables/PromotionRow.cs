using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a promotion. Properties in the table's column order, which is the canonical one.</summary>
[Table("promotion")]
internal sealed record PromotionRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("promotion_id")] public long PromotionId { get; init; }
    [Column("promotion_code")] public string PromotionCode { get; init; } = "";
    [Column("promotion_name")] public string PromotionName { get; init; } = "";
    [Column("promotion_kind")] public string PromotionKind { get; init; } = "";
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
    [Column("unit_price")] public long UnitPrice { get; init; }
    [Column("discount_rate")] public long DiscountRate { get; init; }
    [Column("buy_qty")] public long BuyQty { get; init; }
    [Column("get_qty")] public long GetQty { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
