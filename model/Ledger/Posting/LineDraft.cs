using Analytics.Ledger.Tables;

namespace Analytics.Ledger.Posting;

/// <summary>A line being posted: as it was handed in, its row with positive quantity and amounts, and its item.
/// </summary>
internal sealed record LineDraft(DocumentLine Given, DocumentLineRow Row, ItemRow Item);
