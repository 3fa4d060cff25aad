using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An erasure of what is personal of a party.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("party_erasure")]
internal sealed record PartyErasureRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("reason")] public string Reason { get; init; } = "";
}
