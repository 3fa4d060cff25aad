using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A member comes to another level.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("member_level_change")]
internal sealed record MemberLevelChangeRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("level_before_id")] public long LevelBeforeId { get; init; }
    [Column("level_id")] public long LevelId { get; init; }
}
