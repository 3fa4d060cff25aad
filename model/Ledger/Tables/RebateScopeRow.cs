using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An item or category that a version of a rebate policy counts.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("rebate_scope")]
internal sealed record RebateScopeRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("scope_kind")] public string ScopeKind { get; init; } = "";
    [Column("scope_id")] public long ScopeId { get; init; }
}
