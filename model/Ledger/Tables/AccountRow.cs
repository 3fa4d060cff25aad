using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of an account. Properties in the table's column order, which is the canonical one.</summary>
[Table("account")]
internal sealed record AccountRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("account_id")] public long AccountId { get; init; }
    [Column("account_code")] public string AccountCode { get; init; } = "";
    [Column("account_name")] public string AccountName { get; init; } = "";
    [Column("account_kind")] public string AccountKind { get; init; } = "";
    [Column("parent_code")] public string ParentCode { get; init; } = "";
    [Column("is_active")] public long IsActive { get; init; }
}
