namespace Analytics.Ledger.Posting;

/// <summary>What is estimated (暂估) of a receipt's line, ×10⁴: quantity, and what is owed for it.</summary>
internal readonly record struct Accrued(long Qty, long Amount);
