using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of what is said of a store in comparisons. Properties in the table's column order, which is the
/// canonical one.</summary>
[Table("store_comparison")]
internal sealed record StoreComparisonRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("store_comparison_id")] public long StoreComparisonId { get; init; }
    [Column("store_comparison_code")] public string StoreComparisonCode { get; init; } = "";
    [Column("store_id")] public long StoreId { get; init; }
    [Column("from_date")] public long FromDate { get; init; }
    [Column("choice")] public string Choice { get; init; } = "";
}
