using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What gives a revaluation, and goods made out of others, their worth.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("movement_worth")]
internal sealed record MovementWorthRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("own_value")] public long OwnValue { get; init; }
    [Column("share_from")] public long ShareFrom { get; init; }
    [Column("share_to")] public long ShareTo { get; init; }
    [Column("share_of")] public long ShareOf { get; init; }
}
