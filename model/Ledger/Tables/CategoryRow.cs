using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of an item category.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("category")]
internal sealed record CategoryRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("category_id")] public long CategoryId { get; init; }
    [Column("category_code")] public string CategoryCode { get; init; } = "";
    [Column("category_name")] public string CategoryName { get; init; } = "";
    [Column("parent_id")] public long ParentId { get; init; }
}
