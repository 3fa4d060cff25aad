namespace Analytics.Ledger.Verify;

/// <summary>How far a verification is.</summary>
/// <param name="Step">What it does now.</param>
/// <param name="Done">Entries, items or checks behind it.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Check">Which check of state it is at; else empty.</param>
public readonly record struct VerifyProgress(VerifyStep Step, long Done, long Total, string Check);
