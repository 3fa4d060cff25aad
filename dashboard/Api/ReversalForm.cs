namespace Analytics.Dashboard.Api;

/// <summary>How a posted document is taken back.</summary>
/// <param name="DocumentNo">The reversal's own number.</param>
/// <param name="BusinessAt">Null means at the original's own moment.</param>
/// <param name="Note">Why.</param>
internal sealed record ReversalForm(string DocumentNo, DateTimeOffset? BusinessAt = null, string Note = "");
