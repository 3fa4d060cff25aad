using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a rebate policy. Properties in the table's column order, which is the canonical one.</summary>
[Table("rebate_policy")]
internal sealed record RebatePolicyRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("rebate_policy_id")] public long RebatePolicyId { get; init; }
    [Column("rebate_policy_code")] public string RebatePolicyCode { get; init; } = "";
    [Column("policy_name")] public string PolicyName { get; init; } = "";
    [Column("side")] public string Side { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("basis")] public string Basis { get; init; } = "";
    [Column("period")] public string Period { get; init; } = "";
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
    [Column("is_progressive")] public long IsProgressive { get; init; }
    [Column("account")] public string Account { get; init; } = "";
    [Column("is_active")] public long IsActive { get; init; }
}
