namespace Analytics.Reports.Relations;

/// <summary>A table that gives rows to a view, and which days of it.</summary>
internal sealed record Source(StarTable Table, IReadOnlyList<string> Limits);
