using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What a supplier quoted for a line of an inquiry.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("supplier_quote")]
internal sealed record SupplierQuoteRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("net_amount")] public long NetAmount { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
    [Column("delivery_days")] public long DeliveryDays { get; init; }
    [Column("note")] public string Note { get; init; } = "";
}
