using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a level of members.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("member_level")]
internal sealed record MemberLevelRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("member_level_id")] public long MemberLevelId { get; init; }
    [Column("member_level_code")] public string MemberLevelCode { get; init; } = "";
    [Column("member_level_name")] public string MemberLevelName { get; init; } = "";
    [Column("rank")] public long Rank { get; init; }
    [Column("price_list_id")] public long PriceListId { get; init; }
    [Column("points_rate")] public long PointsRate { get; init; }
    [Column("point_value")] public long PointValue { get; init; }
    [Column("least_spent")] public long LeastSpent { get; init; }
    [Column("least_points")] public long LeastPoints { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
