using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a ticket says to the medical insurance.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("document_insurance")]
internal sealed record DocumentInsuranceRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("settlement_id")] public string SettlementId { get; init; } = "";
    [Column("visit_no")] public string VisitNo { get; init; } = "";
    [Column("settlement_type")] public string SettlementType { get; init; } = "";
    [Column("fee_settlement_type")] public string FeeSettlementType { get; init; } = "";
    [Column("prescription_no")] public string PrescriptionNo { get; init; } = "";
    [Column("prescriber_name")] public string PrescriberName { get; init; } = "";
    [Column("prescriber_certificate_no")] public string PrescriberCertificateNo { get; init; } = "";
    [Column("pharmacist_name")] public string PharmacistName { get; init; } = "";
    [Column("pharmacist_licence_no")] public string PharmacistLicenceNo { get; init; } = "";
}
