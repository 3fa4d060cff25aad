using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a promotion version holds for.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("promotion_scope")]
internal sealed record PromotionScopeRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("scope_kind")] public string ScopeKind { get; init; } = "";
    [Column("scope_id")] public long ScopeId { get; init; }
    [Column("scope_text")] public string ScopeText { get; init; } = "";
}
