using LinqToDB.Mapping;

namespace Analytics.Ledger.Tables;

/// <summary>The quote that a line of a comparison chose.</summary>
/// <remarks>Properties in the table's column order, which is the canonical one.</remarks>
[Table("quote_choice")]
internal sealed record QuoteChoiceRow
{
    [Column("seq")] public long Seq { get; init; }
    [Column("line_no")] public long LineNo { get; init; }
    [Column("document_line_no")] public long DocumentLineNo { get; init; }
    [Column("party_id")] public long PartyId { get; init; }
    [Column("quote_seq")] public long QuoteSeq { get; init; }
    [Column("quote_line_no")] public long QuoteLineNo { get; init; }
    [Column("cheapest_line_no")] public long CheapestLineNo { get; init; }
    [Column("reason")] public string Reason { get; init; } = "";
}
