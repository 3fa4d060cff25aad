using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An amount of a document by account, as it was handed in. Properties in the table's column order, which is
/// the canonical one.</summary>
[Table("document_money")]
internal sealed record DocumentMoneyRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("side")] public string Side { get; init; } = "";
    [Column("account")] public string Account { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("department_id")] public long DepartmentId { get; init; }
    [Column("amount")] public long Amount { get; init; }
    [Column("tax_amount")] public long TaxAmount { get; init; }
    [Column("note")] public string Note { get; init; } = "";
    [Column("original_seq")] public long OriginalSeq { get; init; }
    [Column("original_line_no")] public long OriginalLineNo { get; init; }
}
