using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of an employee. Properties in the table's column order, which is the canonical one.</summary>
[Table("employee")]
internal sealed record EmployeeRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("employee_id")] public long EmployeeId { get; init; }
    [Column("employee_code")] public string EmployeeCode { get; init; } = "";
    [Column("employee_name")] public string EmployeeName { get; init; } = "";
    [Column("store_id")] public long StoreId { get; init; }
    [Column("department_id")] public long DepartmentId { get; init; }
    [Column("post")] public string Post { get; init; } = "";
    [Column("is_active")] public long IsActive { get; init; }
}
