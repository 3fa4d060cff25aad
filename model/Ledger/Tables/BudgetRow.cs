using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a budget. Properties in the table's column order, which is the canonical one.</summary>
[Table("budget")]
internal sealed record BudgetRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("budget_id")] public long BudgetId { get; init; }
    [Column("budget_code")] public string BudgetCode { get; init; } = "";
    [Column("account")] public string Account { get; init; } = "";
    [Column("department_id")] public long DepartmentId { get; init; }
    [Column("month_key")] public long MonthKey { get; init; }
    [Column("amount")] public long Amount { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
