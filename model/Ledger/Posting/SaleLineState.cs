namespace Analytics.Ledger.Posting;

/// <summary>What later entries did to a sale line; all ×10⁴ and zero at first.</summary>
internal readonly record struct SaleLineState(long ReturnedQty, long ReturnedCost, long AdjustedCost);
