namespace Analytics.Ledger;

/// <summary>Vouchers (代金券) numbered on: <paramref name="From"/> to <paramref name="To"/> of a series.</summary>
public sealed record VoucherRange(string Series, long From, long To);
