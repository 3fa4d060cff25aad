using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>A document not yet posted. Properties in the table's column order, which is the canonical one.</summary>
[Table("draft")]
internal sealed record DraftRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("document_key")] public string DocumentKey { get; init; } = "";
    [Column("kind")] public string Kind { get; init; } = "";
    [Column("document_no")] public string DocumentNo { get; init; } = "";
    [Column("content")] public string Content { get; init; } = "";
    [Column("content_digest")] public string ContentDigest { get; init; } = "";
    [Column("approval_rules")] public string ApprovalRules { get; init; } = "";
}
