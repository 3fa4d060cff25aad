using Analytics.Dashboard.Access;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>Reports over HTTP: the same runner, the same files as everywhere.</summary>
internal static class ReportEndpoints
{
    // Words of the address that are not parameters of the report.
    private static readonly string[] Reserved = ["format", "generation", "rollups", PageCulture.Parameter];

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").RequireAuthorization(Session.FiguresPolicy);
        api.MapGet("/reports", List);
        api.MapGet("/reports/{area}/{name}", RunAsync);
        api.MapGet("/generation", Generation);
    }

    private static IResult List(Catalog catalog) => Results.Json(catalog.Reports.Select(report => new
    {
        report = report.Id,
        title = new { zh = report.Title.Zh, en = report.Title.En },
        @params = report.Parameters.Select(parameter => new
        {
            name = parameter.Name,
            type = parameter.Type.ToString().ToLowerInvariant(),
            list = parameter.IsList,
            @default = parameter.Default,
            optional = parameter.IsOptional,
            choices = parameter.Choices,
        }),
        grain = report.Grain,
    }));

    private static IResult Generation(StarFolder folder) => folder.Current() is { } current
        ? Results.Json(new { generation = current.Generation, complete_to = current.CompleteTo })
        : Results.Json(new { generation = (string?)null, complete_to = (DateTimeOffset?)null });

    private static async Task<IResult> RunAsync(
        string area, string name, HttpContext context, StarFolder folder, ReportRunner runner, Frames frames,
        CancellationToken ct)
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
        var request = new ReportRequest($"{area}/{name}", parameters)
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
            _ => throw new System.Diagnostics.UnreachableException(),
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
