using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a management cost.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("management_cost")]
internal sealed record ManagementCostRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("management_cost_id")] public long ManagementCostId { get; init; }
    [Column("management_cost_code")] public string ManagementCostCode { get; init; } = "";
    [Column("item_id")] public long ItemId { get; init; }
    [Column("category_id")] public long CategoryId { get; init; }
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
    [Column("markup_rate")] public long MarkupRate { get; init; }
    [Column("fixed_cost")] public long FixedCost { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
