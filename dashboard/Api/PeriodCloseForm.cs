namespace Analytics.Dashboard.Api;

/// <summary>The body that closes a period: no document may be dated up to and including the day any more.</summary>
internal sealed record PeriodCloseForm(DateOnly ClosedTo);
