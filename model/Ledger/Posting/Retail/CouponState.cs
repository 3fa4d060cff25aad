namespace Analytics.Ledger.Posting;

/// <summary>Where a coupon was issued, and what it was used on; −1 where by none.</summary>
internal readonly record struct CouponState(long Seq, long LineNo, long UsedSeq);
