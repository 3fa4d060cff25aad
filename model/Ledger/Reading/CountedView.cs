namespace Analytics.Ledger.Reading;

/// <summary>What a count found, and what the book said, in the base unit.</summary>
public sealed record CountedView(Qty BookQuantity, Qty CountedQuantity);
