using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A close of the books. Properties in the table's column order, which is the canonical one.</summary>
[Table("period_close")]
internal sealed record PeriodCloseRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("closed_to")] public long ClosedTo { get; init; }
}
