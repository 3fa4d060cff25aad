using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of an item. Properties in the table's column order, which is the canonical one.</summary>
[Table("item")]
internal sealed record ItemRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("item_code")] public string ItemCode { get; init; } = "";
    [Column("item_name")] public string ItemName { get; init; } = "";
    [Column("generic_name")] public string GenericName { get; init; } = "";
    [Column("category_id")] public long CategoryId { get; init; }
    [Column("cost_class_id")] public long CostClassId { get; init; }
    [Column("specification")] public string Specification { get; init; } = "";
    [Column("dosage_form")] public string DosageForm { get; init; } = "";
    [Column("maker")] public string Maker { get; init; } = "";
    [Column("brand")] public string Brand { get; init; } = "";
    [Column("approval_code")] public string ApprovalCode { get; init; } = "";
    [Column("insurance_code")] public string InsuranceCode { get; init; } = "";
    [Column("prescription_class")] public string PrescriptionClass { get; init; } = "";
    [Column("days_per_pack")] public long DaysPerPack { get; init; }
    [Column("shelf_life_days")] public long ShelfLifeDays { get; init; }
    [Column("is_batch_tracked")] public long IsBatchTracked { get; init; }
    [Column("is_traced")] public long IsTraced { get; init; }
    [Column("weight")] public long Weight { get; init; }
    [Column("base_unit")] public string BaseUnit { get; init; } = "";
    [Column("pack_unit")] public string PackUnit { get; init; } = "";
    [Column("pack_factor")] public long PackFactor { get; init; }
    [Column("tax_rate")] public long TaxRate { get; init; }
    [Column("is_active")] public long IsActive { get; init; }
}
