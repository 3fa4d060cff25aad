using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a custom field.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("custom_field")]
internal sealed record CustomFieldRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("custom_field_id")] public long CustomFieldId { get; init; }
    [Column("custom_field_code")] public string CustomFieldCode { get; init; } = "";
    [Column("applies_to")] public string AppliesTo { get; init; } = "";
    [Column("field_name")] public string FieldName { get; init; } = "";
    [Column("label_zh")] public string LabelZh { get; init; } = "";
    [Column("label_en")] public string LabelEn { get; init; } = "";
    [Column("field_type")] public string FieldType { get; init; } = "";
    [Column("choices")] public string Choices { get; init; } = "";
    [Column("is_required")] public long IsRequired { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
