using Analytics.Reports;
using Analytics.Star;

namespace Analytics.Dashboard.Questions;

/// <summary>A question as a page shows it: what may be chosen, and the answer or why there is none.</summary>
public sealed record QuestionModel
{
    public required Label Title { get; init; }

    /// <summary>What it answers and what it is confused with; null where nothing is said.</summary>
    public Label? Why { get; init; }

    /// <summary>Id in the catalog; null for the explorer.</summary>
    public string? Report { get; init; }

    public required QuestionState State { get; init; }

    public required IReadOnlyList<ReportParameter> Parameters { get; init; }

    /// <summary>What the report's dimensions may be.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Null where it was refused.</summary>
    public ReportResult? Answer { get; init; }

    /// <summary>The answer went into the file that was asked for, as its rows came.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Why there is no answer.</summary>
    public IReadOnlyList<ReportRefusal> Refusals { get; init; } = [];

    /// <summary>The address of a picture of the answer; null where there is none to draw.</summary>
    public string? Picture { get; init; }

    internal Drill? Drill { get; init; }
}
