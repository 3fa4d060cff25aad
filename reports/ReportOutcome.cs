namespace Analytics.Reports;

/// <summary>What became of a request: <see cref="Answer"/> or <see cref="Refused"/>.</summary>
public abstract record ReportOutcome
{
    private ReportOutcome()
    {
    }

    public sealed record Answer(ReportResult Result) : ReportOutcome;

    /// <summary>Nothing was run. Every fault of the request is listed, not only the first.</summary>
    public sealed record Refused(IReadOnlyList<ReportRefusal> Lines) : ReportOutcome;
}
