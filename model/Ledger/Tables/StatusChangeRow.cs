using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A step in a document's life.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("status_change")]
internal sealed record StatusChangeRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_key")] public string DocumentKey { get; init; } = "";
    [Column("status_before")] public string StatusBefore { get; init; } = "";
    [Column("status_after")] public string StatusAfter { get; init; } = "";
    [Column("note")] public string Note { get; init; } = "";
}
