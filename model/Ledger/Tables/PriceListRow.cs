using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a price list. Properties in the table's column order, which is the canonical one.</summary>
[Table("price_list")]
internal sealed record PriceListRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("price_list_id")] public long PriceListId { get; init; }
    [Column("price_list_code")] public string PriceListCode { get; init; } = "";
    [Column("price_list_name")] public string PriceListName { get; init; } = "";
    [Column("includes_tax")] public long IncludesTax { get; init; }
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
