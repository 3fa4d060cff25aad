namespace Analytics.Ledger;

/// <summary>An employee's part in a document.</summary>
/// <param name="Role">As what, such as sales or delivery.</param>
/// <param name="EmployeeCode">Who.</param>
/// <param name="Share">As a fraction above 0, at most six decimals.</param>
public sealed record DocumentEmployee(string Role, string EmployeeCode, decimal Share = 1);
