using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A change of what a member holds.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("member_movement")]
internal sealed record MemberMovementRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("measure")] public string Measure { get; init; } = "";
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
