using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A version of a party, without its personal fields. Properties in the table's column order, which is the
/// canonical one.</summary>
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
    [Column("is_active")] public long IsActive { get; init; }
    [Column("private_digest")] public string PrivateDigest { get; init; } = "";
}
