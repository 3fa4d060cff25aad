using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A debit item settled with a credit item.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("allocation")]
internal sealed record AllocationRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("allocation_kind")] public string AllocationKind { get; init; } = "";
    [Column("account")] public string Account { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("debit_seq")] public long DebitSeq { get; init; }
    [Column("debit_line_no")] public long DebitLineNo { get; init; }
    [Column("credit_seq")] public long CreditSeq { get; init; }
    [Column("credit_line_no")] public long CreditLineNo { get; init; }
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("amount")] public long Amount { get; init; }
    [Column("reverses_seq")] public long ReversesSeq { get; init; }
}
