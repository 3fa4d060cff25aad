using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A price agreed with a customer.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("customer_price")]
internal sealed record CustomerPriceRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("unit")] public string Unit { get; init; } = "";
    [Column("unit_price")] public long UnitPrice { get; init; }
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
}
