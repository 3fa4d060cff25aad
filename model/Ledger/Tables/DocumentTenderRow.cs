using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a document was settled with.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("document_tender")]
internal sealed record DocumentTenderRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("tender_version_id")] public long TenderVersionId { get; init; }
    [Column("tender_id")] public long TenderId { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("reference")] public string Reference { get; init; } = "";
    [Column("visit_no")] public string VisitNo { get; init; } = "";
    [Column("scheme")] public string Scheme { get; init; } = "";
    [Column("coupon_code")] public string CouponCode { get; init; } = "";
    [Column("points")] public long Points { get; init; }
    [Column("change_amount")] public long ChangeAmount { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
