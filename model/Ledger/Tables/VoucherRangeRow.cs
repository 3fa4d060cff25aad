using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>Vouchers a line sells, redeems or gives up.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("voucher_range")]
internal sealed record VoucherRangeRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("series")] public string Series { get; init; } = "";
    [Column("from_no")] public long FromNo { get; init; }
    [Column("to_no")] public long ToNo { get; init; }
}
