namespace Analytics.Reports.Explore;

/// <summary>A query as a report that was never a file.</summary>
/// <param name="Values">What the text binds beside the report's parameters.</param>
internal sealed record Composition(ReportDefinition Report, IReadOnlyDictionary<string, object?> Values);
