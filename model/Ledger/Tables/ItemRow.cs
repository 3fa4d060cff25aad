using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of an item. Properties in the table's column order, which is the canonical one.</summary>
[Table("item")]
internal sealed record ItemRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("item_code")] public string ItemCode { get; init; } = "";
    [Column("item_name")] public string ItemName { get; init; } = "";
    [Column("category_id")] public long CategoryId { get; init; }
    [Column("specification")] public string Specification { get; init; } = "";
    [Column("maker")] public string Maker { get; init; } = "";
    [Column("base_unit")] public string BaseUnit { get; init; } = "";
    [Column("pack_unit")] public string PackUnit { get; init; } = "";
    [Column("pack_factor")] public long PackFactor { get; init; }
    [Column("tax_rate")] public long TaxRate { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
