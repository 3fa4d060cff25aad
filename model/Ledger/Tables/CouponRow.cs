using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A coupon that was issued.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("coupon")]
internal sealed record CouponRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("coupon_code")] public string CouponCode { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("bearer_id")] public long BearerId { get; init; }
    [Column("face_amount")] public long FaceAmount { get; init; }
    [Column("least_spent")] public long LeastSpent { get; init; }
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
}
