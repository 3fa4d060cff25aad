using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>An attachment of a document.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("document_attachment")]
internal sealed record DocumentAttachmentRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("sha256")] public string Sha256 { get; init; } = "";
    [Column("file_name")] public string FileName { get; init; } = "";
    [Column("media_type")] public string MediaType { get; init; } = "";
    [Column("byte_count")] public long ByteCount { get; init; }
}
