using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a legal entity.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("legal_entity")]
internal sealed record LegalEntityRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("legal_entity_id")] public long LegalEntityId { get; init; }
    [Column("legal_entity_code")] public string LegalEntityCode { get; init; } = "";
    [Column("legal_entity_name")] public string LegalEntityName { get; init; } = "";
    [Column("taxpayer_type")] public string TaxpayerType { get; init; } = "";
    [Column("tax_no")] public string TaxNo { get; init; } = "";
    [Column("is_active")] public long IsActive { get; init; }
}
