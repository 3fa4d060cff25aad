using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a party, without its personal fields.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("party")]
internal sealed record PartyRow
{
    [Column("version_id")] public long VersionId { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("party_code")] public string PartyCode { get; init; } = "";
    [Column("is_customer")] public long IsCustomer { get; init; }
    [Column("is_supplier")] public long IsSupplier { get; init; }
    [Column("party_class")] public string PartyClass { get; init; } = "";
    [Column("region")] public string Region { get; init; } = "";
    [Column("settlement_party_id")] public long SettlementPartyId { get; init; }
    [Column("term_kind")] public string TermKind { get; init; } = "";
    [Column("term_days")] public long TermDays { get; init; }
    [Column("price_list_id")] public long PriceListId { get; init; }
    [Column("employee_id")] public long EmployeeId { get; init; }
    [Column("licence_no")] public string LicenceNo { get; init; } = "";
    [Column("licence_valid_to")] public long LicenceValidTo { get; init; }
    [Column("tax_no")] public string TaxNo { get; init; } = "";
    [Column("is_active")] public long IsActive { get; init; }
    [Column("private_digest")] public string PrivateDigest { get; init; } = "";
}
