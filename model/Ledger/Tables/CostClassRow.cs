using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a cost class. Properties in the table's column order, which is the canonical one.</summary>
[Table("cost_class")]
internal sealed record CostClassRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("cost_class_id")] public long CostClassId { get; init; }
    [Column("cost_class_code")] public string CostClassCode { get; init; } = "";
    [Column("cost_class_name")] public string CostClassName { get; init; } = "";
    [Column("method")] public string Method { get; init; } = "";
    [Column("is_company_wide")] public long IsCompanyWide { get; init; }
}
