namespace Analytics.Ledger.MonthEnd;

/// <summary>Something found that a month should not close with.</summary>
/// <param name="What">Of what: an item, a party, an account, a kind of document.</param>
/// <param name="Place">Where: a depot, a document, an account.</param>
/// <param name="Amount">Quantity or amount, ×10⁴; 0 where neither.</param>
public sealed record ChecklistFinding(string What, string Place, long Amount);
