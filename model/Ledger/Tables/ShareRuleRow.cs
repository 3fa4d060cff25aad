using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a rule about the share of the first clerk.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("share_rule")]
internal sealed record ShareRuleRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("share_rule_id")] public long ShareRuleId { get; init; }
    [Column("share_rule_code")] public string ShareRuleCode { get; init; } = "";
    [Column("share")] public long Share { get; init; }
    [Column("days")] public long Days { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
