using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a line of an invoice, or of a request for one, is over.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("invoice_line")]
internal sealed record InvoiceLineRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("of_seq")] public long OfSeq { get; init; }
    [Column("of_line_no")] public long OfLineNo { get; init; }
    [Column("qty")] public long Qty { get; init; }
    [Column("net_amount")] public long NetAmount { get; init; }
    [Column("tax_amount")] public long TaxAmount { get; init; }
}
