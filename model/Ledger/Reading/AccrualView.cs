namespace Analytics.Ledger.Reading;

/// <summary>What a line adds to the estimate (暂估) of a receipt's line, or takes off it, without tax.</summary>
public sealed record AccrualView(string ReceiptNo, int ReceiptLineNo, Qty Quantity, Money Amount);
