namespace Analytics.Ledger;

/// <summary>Closes the books (结账) up to and including a business date: no document may be dated in it any
/// more.</summary>
public sealed record PeriodClose(DateOnly ClosedTo) : Submission;
