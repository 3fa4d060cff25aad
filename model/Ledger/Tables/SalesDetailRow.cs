using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a document around orders says beside its lines.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("sales_detail")]
internal sealed record SalesDetailRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("valid_until")] public long ValidUntil { get; init; } = -1;
    [Column("is_reserving")] public long IsReserving { get; init; }
    [Column("reserves_until")] public long ReservesUntil { get; init; } = -1;
    [Column("vehicle_no")] public string VehicleNo { get; init; } = "";
    [Column("route")] public string Route { get; init; } = "";
    [Column("commission_amount")] public long CommissionAmount { get; init; }
    [Column("commission_tax")] public long CommissionTax { get; init; }
    [Column("owner_id")] public long OwnerId { get; init; } = -1;
}
