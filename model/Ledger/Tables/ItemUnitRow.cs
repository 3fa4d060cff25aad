using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A further unit of an item version.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("item_unit")]
internal sealed record ItemUnitRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("unit")] public string Unit { get; init; } = "";
    [Column("unit_factor")] public long UnitFactor { get; init; }
    [Column("barcode")] public string Barcode { get; init; } = "";
}
