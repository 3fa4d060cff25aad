using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a means of payment.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("tender")]
internal sealed record TenderRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("tender_id")] public long TenderId { get; init; }
    [Column("tender_code")] public string TenderCode { get; init; } = "";
    [Column("tender_name")] public string TenderName { get; init; } = "";
    [Column("tender_kind")] public string TenderKind { get; init; } = "";
    [Column("account_code")] public string AccountCode { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("is_discount")] public long IsDiscount { get; init; }
    [Column("fee_rate")] public long FeeRate { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
