using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a medical-insurance claim says of its month, scheme and funds. Properties in the table's column order,
/// which is the canonical one.</summary>
[Table("insurance_claim")]
internal sealed record InsuranceClaimRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("month_key")] public long MonthKey { get; init; }
    [Column("scheme")] public string Scheme { get; init; } = "";
    [Column("fund")] public string Fund { get; init; } = "";
    [Column("amount")] public long Amount { get; init; }
}
