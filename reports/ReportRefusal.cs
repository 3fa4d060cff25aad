using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Why a request was not run: one line that says what, where and what to do.</summary>
/// <param name="Where">The parameter concerned, or <c>report</c>, <c>generation</c>, <c>scope</c>.</param>
public sealed record ReportRefusal(string Where, Label Message);
