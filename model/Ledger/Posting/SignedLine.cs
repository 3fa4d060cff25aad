namespace Analytics.Ledger.Posting;

/// <summary>A delivered line as a customer signed for it.</summary>
/// <param name="Of">The line of the delivery note.</param>
/// <param name="By">The line of the receipt.</param>
/// <param name="Qty">What he took, ×10⁴.</param>
/// <param name="Cost">What it cost by now.</param>
internal sealed record SignedLine((long Seq, long LineNo) Of, (long Seq, long LineNo) By, long Qty, long Cost);
