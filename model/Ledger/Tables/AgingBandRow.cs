using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a band of age. Properties in the table's column order, which is the canonical one.</summary>
[Table("aging_band")]
internal sealed record AgingBandRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("aging_band_id")] public long AgingBandId { get; init; }
    [Column("aging_band_code")] public string AgingBandCode { get; init; } = "";
    [Column("account")] public string Account { get; init; } = "";
    [Column("days")] public long Days { get; init; }
    [Column("provision_rate")] public long ProvisionRate { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
