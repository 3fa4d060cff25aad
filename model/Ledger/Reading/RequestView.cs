namespace Analytics.Ledger.Reading;

/// <summary>An open item that a payment request wants paid.</summary>
public sealed record RequestView(OpenItemRef Item, Money Amount);
