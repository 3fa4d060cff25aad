namespace Analytics.Ledger;

/// <summary>What is claimed of a fund of medical insurance.</summary>
/// <param name="Fund">统筹, 个账, 大病, 救助, 公补, as the office names it.</param>
/// <param name="Amount">Above zero.</param>
public sealed record FundAmount(string Fund, Money Amount);
