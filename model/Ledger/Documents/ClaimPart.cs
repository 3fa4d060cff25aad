namespace Analytics.Ledger;

/// <summary>What a claim on the office of medical insurance is for.</summary>
/// <param name="MonthKey">The month of settlement, yyyymm.</param>
/// <param name="Scheme">The scheme (险种), such as 职工 or 居民.</param>
/// <param name="Funds">What is claimed, by fund; together what the claim settles.</param>
public sealed record ClaimPart(int MonthKey, string Scheme, IReadOnlyList<FundAmount> Funds);
