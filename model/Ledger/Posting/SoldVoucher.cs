namespace Analytics.Ledger.Posting;

/// <summary>A voucher (代金券) that was sold.</summary>
/// <param name="No">Its number in the series.</param>
/// <param name="Of">The line that sold it.</param>
/// <param name="UsedSeq">What redeemed it or gave it up; −1 while it is open.</param>
internal readonly record struct SoldVoucher(long No, (long Seq, long LineNo) Of, long UsedSeq);
