namespace Analytics.Ledger.Reading;

/// <summary>What was counted of a means of payment, beside what the tickets brought.</summary>
public sealed record PostedCount(string TenderCode, Money Amount, Money Expected, string TillCode, string ShiftNo);
