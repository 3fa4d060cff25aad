using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>What was counted of a tender in a shift at a till.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("till_count")]
internal sealed record TillCountRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("shift_no")] public string ShiftNo { get; init; } = "";
    [Column("till_code")] public string TillCode { get; init; } = "";
    [Column("tender_id")] public long TenderId { get; init; }
    [Column("expected_amount")] public long ExpectedAmount { get; init; }
    [Column("counted_amount")] public long CountedAmount { get; init; }
}
