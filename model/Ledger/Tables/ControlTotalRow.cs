using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A total of a full block of seq.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("control_total")]
internal sealed record ControlTotalRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("block")] public long Block { get; init; }
    [Column("month_key")] public long MonthKey { get; init; }
    [Column("measure")] public string Measure { get; init; } = "";
    [Column("total")] public long Total { get; init; }
}
