using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a list's value.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("list_value")]
internal sealed record ListValueRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("list_value_id")] public long ListValueId { get; init; }
    [Column("list_name")] public string ListName { get; init; } = "";
    [Column("value_code")] public string ValueCode { get; init; } = "";
    [Column("value_name")] public string ValueName { get; init; } = "";
    [Column("parent_id")] public long ParentId { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
