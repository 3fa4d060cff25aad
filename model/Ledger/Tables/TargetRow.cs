using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a target. Properties in the table's column order, which is the canonical one.</summary>
[Table("target")]
internal sealed record TargetRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("target_id")] public long TargetId { get; init; }
    [Column("target_code")] public string TargetCode { get; init; } = "";
    [Column("scope_kind")] public string ScopeKind { get; init; } = "";
    [Column("scope_id")] public long ScopeId { get; init; }
    [Column("measure")] public string Measure { get; init; } = "";
    [Column("month_key")] public long MonthKey { get; init; }
    [Column("floor_amount")] public long FloorAmount { get; init; }
    [Column("target_amount")] public long TargetAmount { get; init; }
    [Column("stretch_amount")] public long StretchAmount { get; init; }
}
