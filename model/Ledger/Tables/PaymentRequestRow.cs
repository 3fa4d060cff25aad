using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An open item that a payment request wants paid.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("payment_request")]
internal sealed record PaymentRequestRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("item_seq")] public long ItemSeq { get; init; }
    [Column("item_line_no")] public long ItemLineNo { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
