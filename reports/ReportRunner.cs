using Analytics.Star;

namespace Analytics.Reports;

/// <summary>Answers requests from the published generation.</summary>
public sealed class ReportRunner(
    StarReaders readers, Catalog catalog, Glossary glossary, TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>Runs a report within what <paramref name="scope"/> lets its bearer see.</summary>
    public Task<ReportOutcome> RunAsync(ReportRequest request, Scope scope, CancellationToken ct) =>
        throw new NotSupportedException($"{readers}{catalog}{glossary}{clock}{zone}{request}{scope}{ct}");
}
