using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An employee of a document, by role.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("document_employee")]
internal sealed record DocumentEmployeeRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("role")] public string Role { get; init; } = "";
    [Column("employee_version_id")] public long EmployeeVersionId { get; init; }
    [Column("employee_id")] public long EmployeeId { get; init; }
    [Column("share")] public long Share { get; init; }
}
