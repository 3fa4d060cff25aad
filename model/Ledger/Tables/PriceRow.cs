using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A price of a list. Properties in the table's column order, which is the canonical one.</summary>
[Table("price")]
internal sealed record PriceRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("price_list_id")] public long PriceListId { get; init; }
    [Column("item_id")] public long ItemId { get; init; }
    [Column("unit")] public string Unit { get; init; } = "";
    [Column("min_qty")] public long MinQty { get; init; }
    [Column("unit_price")] public long UnitPrice { get; init; }
    [Column("valid_from")] public long ValidFrom { get; init; }
    [Column("valid_to")] public long ValidTo { get; init; }
}
