using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a document says of the invoice it is.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("invoice")]
internal sealed record InvoiceRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("invoice_kind")] public string InvoiceKind { get; init; } = "";
    [Column("invoice_code")] public string InvoiceCode { get; init; } = "";
    [Column("invoice_no")] public string InvoiceNo { get; init; } = "";
    [Column("issued_on")] public long IssuedOn { get; init; }
    [Column("red_info_no")] public string RedInfoNo { get; init; } = "";
}
