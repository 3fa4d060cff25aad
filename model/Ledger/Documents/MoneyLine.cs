namespace Analytics.Ledger;

/// <summary>What a receipt or payment brings or takes, by account: cash, bank, or what was given off.</summary>
/// <param name="Account">One of <see cref="Account.IsSettling"/>.</param>
/// <param name="Amount">Above zero.</param>
public sealed record MoneyLine(string Account, Money Amount);
