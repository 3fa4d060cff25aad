using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An item to be settled. Properties in the table's column order, which is the canonical one.</summary>
[Table("open_item")]
internal sealed record OpenItemRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("account")] public string Account { get; init; } = "";
    [Column("party_id")] public long PartyId { get; init; }
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("due_date")] public long DueDate { get; init; }
    [Column("origin_date")] public long OriginDate { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
