namespace Analytics.Ledger.Reading;

/// <summary>A line of a payment request that a payment pays.</summary>
public sealed record RequestPaymentView(string RequestNo, int RequestLineNo, Money Amount);
