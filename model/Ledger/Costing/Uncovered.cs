namespace Analytics.Ledger.Costing;

/// <summary>An issue, or what is left of one, that went out before its goods came in.</summary>
/// <param name="Seq">Entry of the issuing document; of the first one where explicit issues were merged.</param>
/// <param name="LineNo">Its line.</param>
/// <param name="StoreId">The store the sale belongs to, for booking an adjustment.</param>
/// <param name="BusinessAt">Of the issue, Unix milliseconds.</param>
/// <param name="BusinessDate">Of the issue, yyyymmdd.</param>
/// <param name="Qty">Not yet covered, above zero, ×10⁴.</param>
/// <param name="Value">What that quantity was issued at, ×10⁴.</param>
/// <param name="IsCostExplicit">Its cost was stated by the source and is never adjusted.</param>
internal readonly record struct Uncovered(
    long Seq, long LineNo, long StoreId, long BusinessAt, long BusinessDate, long Qty, long Value, bool IsCostExplicit);
