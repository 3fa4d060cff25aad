namespace Analytics.Ledger.Verify;

/// <summary>Something in the book that is not as posting left it.</summary>
/// <param name="Check">What was checked: chain, rows, cost, state, control, private.</param>
/// <param name="Seq">The entry concerned; 0 where it is none in particular.</param>
/// <param name="What">What is wrong, in one line.</param>
public sealed record Finding(string Check, long Seq, string What);
