using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a bin. Properties in the table's column order, which is the canonical one.</summary>
[Table("bin")]
internal sealed record BinRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("bin_id")] public long BinId { get; init; }
    [Column("bin_code")] public string BinCode { get; init; } = "";
    [Column("depot_id")] public long DepotId { get; init; }
    [Column("area_code")] public string AreaCode { get; init; } = "";
    [Column("bin_no")] public string BinNo { get; init; } = "";
    [Column("bin_name")] public string BinName { get; init; } = "";
    [Column("is_locked")] public long IsLocked { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
