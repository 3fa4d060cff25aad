using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A custom field's value on a document.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("document_field")]
internal sealed record DocumentFieldRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("field_name")] public string FieldName { get; init; } = "";
    [Column("field_value")] public string FieldValue { get; init; } = "";
}
