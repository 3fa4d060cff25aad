using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What an entry pays after a line of a payment request.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("request_payment")]
internal sealed record RequestPaymentRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("of_seq")] public long OfSeq { get; init; }
    [Column("of_line_no")] public long OfLineNo { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
