using System.Diagnostics;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Answers a program's question for a report: the file it asked for, or a problem in one clear line.</summary>
internal sealed class ReportAnswers(StarFolder folder, ReportRunner runner, Frames frames)
{
    // Words of the address that are not parameters of the report.
    private static readonly string[] Reserved = ["format", "generation", "rollups", PageCulture.Parameter];

    public async Task<IResult> AnswerAsync(string report, HttpContext context, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var query = context.Request.Query;
        if (Format(query["format"].ToString()) is not { } format)
        {
            return ErrorPages.Problem(StatusCodes.Status400BadRequest, frame["error_400_title"], frame["api_format"]);
        }

        if (folder.Current() is null)
        {
            return ErrorPages.Problem(
                StatusCodes.Status503ServiceUnavailable, frame["empty_title"], frame["api_no_generation"]);
        }

        var parameters = query
            .Where(pair => !Reserved.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value.ToArray()), StringComparer.Ordinal);
        var request = new ReportRequest(report, parameters)
        {
            Generation = query["generation"].ToString() is { Length: > 0 } generation ? generation : null,
            Culture = frame.Culture,
            UseRollups = query["rollups"] != "off",
        };
        var outcome = await runner.RunAsync(request, Session.ScopeOf(context.User)!, ct);
        return outcome switch
        {
            ReportOutcome.Answer answer => await ReportDownload.InlineAsync(answer.Result, format, frame.Culture, ct),
            ReportOutcome.Refused refused => Refusal(refused, frame),
            _ => throw new UnreachableException(),
        };
    }

    private static ProblemHttpResult Refusal(ReportOutcome.Refused refused, Frame frame)
    {
        var isMissing = refused.Lines.Any(line => line.Where is "report" or "generation");
        return ErrorPages.Problem(
            isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            frame[isMissing ? "error_404_title" : "error_400_title"],
            frame.Say(refused.Lines[0].Message),
            [.. refused.Lines.Select(line => new { where = line.Where, message = frame.Say(line.Message) })]);
    }

    private static ExportFormat? Format(string text) => text switch
    {
        "" or "json" => ExportFormat.Json,
        "csv" => ExportFormat.Csv,
        "xlsx" => ExportFormat.Xlsx,
        _ => null,
    };
}
