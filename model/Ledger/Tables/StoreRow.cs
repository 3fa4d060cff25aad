using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a store or depot.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("store")]
internal sealed record StoreRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("store_id")] public long StoreId { get; init; }
    [Column("store_code")] public string StoreCode { get; init; } = "";
    [Column("store_name")] public string StoreName { get; init; } = "";
    [Column("store_kind")] public string StoreKind { get; init; } = "";
    [Column("legal_entity_id")] public long LegalEntityId { get; init; }
    [Column("department_id")] public long DepartmentId { get; init; }
    [Column("region")] public string Region { get; init; } = "";
    [Column("floor_area")] public long FloorArea { get; init; }
    [Column("opened_on")] public long OpenedOn { get; init; }
    [Column("closed_on")] public long ClosedOn { get; init; }
    [Column("may_go_negative")] public long MayGoNegative { get; init; }
    [Column("needs_pick_reason")] public long NeedsPickReason { get; init; }
}
