using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of an approval rule.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("approval_rule")]
internal sealed record ApprovalRuleRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("approval_rule_id")] public long ApprovalRuleId { get; init; }
    [Column("approval_rule_code")] public string ApprovalRuleCode { get; init; } = "";
    [Column("document_kind")] public string DocumentKind { get; init; } = "";
    [Column("trigger_kind")] public string TriggerKind { get; init; } = "";
    [Column("threshold")] public long Threshold { get; init; }
    [Column("approvals_needed")] public long ApprovalsNeeded { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
