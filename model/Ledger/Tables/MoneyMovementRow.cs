using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A movement of money from the credited to the debited account.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("money_movement")]
internal sealed record MoneyMovementRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("debit_account")] public string DebitAccount { get; init; } = "";
    [Column("credit_account")] public string CreditAccount { get; init; } = "";
    [Column("store_id")] public long StoreId { get; init; }
    [Column("debit_party_id")] public long DebitPartyId { get; init; }
    [Column("credit_party_id")] public long CreditPartyId { get; init; }
    [Column("business_date")] public long BusinessDate { get; init; }
    [Column("is_adjustment")] public long IsAdjustment { get; init; }
    [Column("amount")] public long Amount { get; init; }
}
