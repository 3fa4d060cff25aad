namespace Analytics.Ledger.Prices;

/// <summary>A term of an offer: of a bundle item and quantity ×10⁴; else from which amount on what is given off.
/// </summary>
internal sealed record OfferTerm(long ItemId, long Qty, long Threshold, long Off, long Rate);
