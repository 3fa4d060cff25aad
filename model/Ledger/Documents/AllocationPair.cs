namespace Analytics.Ledger;

/// <summary>A debit item and a credit item, and the amount, above zero, by which each settles the other.</summary>
public sealed record AllocationPair(OpenItemRef Debit, OpenItemRef Credit, Money Amount);
