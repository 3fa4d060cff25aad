using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a limit. Properties in the table's column order, which is the canonical one.</summary>
[Table("limit_rule")]
internal sealed record LimitRuleRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("limit_rule_id")] public long LimitRuleId { get; init; }
    [Column("limit_rule_code")] public string LimitRuleCode { get; init; } = "";
    [Column("limit_kind")] public string LimitKind { get; init; } = "";
    [Column("scope_kind")] public string ScopeKind { get; init; } = "";
    [Column("scope_id")] public long ScopeId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("min_qty")] public long MinQty { get; init; }
    [Column("max_qty")] public long MaxQty { get; init; }
    [Column("amount")] public long Amount { get; init; }
    [Column("days")] public long Days { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
