using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A custom field's value on a master version.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("master_field")]
internal sealed record MasterFieldRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("field_name")] public string FieldName { get; init; } = "";
    [Column("field_value")] public string FieldValue { get; init; } = "";
}
