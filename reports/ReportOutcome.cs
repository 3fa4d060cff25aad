namespace Analytics.Reports;

/// <summary>What became of a request: <see cref="Answer"/>, <see cref="Refused"/>, or <see cref="Written"/>
/// where it was asked so.</summary>
public abstract record ReportOutcome
{
    private ReportOutcome()
    {
    }

    public sealed record Answer(ReportResult Result) : ReportOutcome;

    /// <summary>The rows were more than are held, and went to where the request wanted them; the result has none.
    /// </summary>
    public sealed record Written(ReportResult Result) : ReportOutcome;

    /// <summary>Nothing was run. Every fault of the request is listed, not only the first.</summary>
    public sealed record Refused(IReadOnlyList<ReportRefusal> Lines) : ReportOutcome;
}
