using System.Globalization;
using Analytics.Reports.Arguments;

namespace Analytics.Reports.Running;

/// <summary>A request with its arguments resolved: all that decides its answer, beside generation and scope.</summary>
internal sealed record AnswerQuestion(ReportDefinition Report, ReportArguments Arguments)
{
    public required bool UseRollups { get; init; }

    public required BusinessClock Clock { get; init; }

    public required CultureInfo Culture { get; init; }
}
