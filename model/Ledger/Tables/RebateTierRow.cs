using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A tier of a version of a rebate policy.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("rebate_tier")]
internal sealed record RebateTierRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("reached")] public long Reached { get; init; }
    [Column("rate")] public long Rate { get; init; }
}
