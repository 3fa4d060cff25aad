using System.Globalization;
using Analytics.Reports.Arguments;

namespace Analytics.Reports.Running;

/// <summary>A request with its arguments resolved: all that decides its answer, beside generation and scope.</summary>
internal sealed record AnswerQuestion(ReportDefinition Report, ReportArguments Arguments)
{
    public required bool UseRollups { get; init; }

    public required BusinessClock Clock { get; init; }

    public required CultureInfo Culture { get; init; }

    /// <summary>The text is a report's own: decides how a refusal is worded.</summary>
    public required bool IsOfCatalog { get; init; }

    /// <summary>Rows that an answer holds, beyond which it is written or refused.</summary>
    public required int MostHeld { get; init; }
}
