using System.Text.Json.Nodes;
using Analytics.Dashboard.Access;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Star;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>Reports over HTTP: the same runner, the same files as everywhere.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").RequireAuthorization(Session.FiguresPolicy);
        api.MapGet("/reports", List).Describe("listReports", "The reports and their parameters");
        api.MapGet(
            "/reports/{area}/{name}",
            (string area, string name, HttpContext context, ReportAnswers answers, CancellationToken ct) =>
                answers.AnswerAsync($"{area}/{name}", context, ct))
            .RequireRateLimiting(AccessSetup.ReportsLimit)
            .Describe("runReport", "A report's answer; its parameters stand in the query, as the list names them");
        api.MapGet(
            "/reports/{name}",
            (string name, HttpContext context, ReportAnswers answers, CancellationToken ct) =>
                answers.AnswerAsync(name, context, ct))
            .RequireRateLimiting(AccessSetup.ReportsLimit)
            .Describe("runOwnReport", "The answer of a report that lies in no area");
        api.MapGet(
            "/explore",
            (HttpContext context, ReportAnswers answers, CancellationToken ct) => answers.ExploreAsync(context, ct))
            .RequireRateLimiting(AccessSetup.ReportsLimit)
            .Describe("explore", "Any measures by any dimensions, which stand in the query");
        api.MapGet("/measures", Measures).Describe("listMeasures", "The measures and what each takes and means");
        api.MapGet("/generation", Generation).Describe("currentGeneration", "The generation that is served");
    }

    private static void Describe(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary).WithTags("reports")
            .WithMetadata(new NeededScope(TokenScope.ReadReports))
            .Produces<JsonObject>();

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

    private static IResult Measures(MeasureCatalog measures) => Results.Json(measures.All.Select(measure => new
    {
        measure = measure.Name,
        relation = measure.Relation,
        label = new { zh = measure.Entry.Label.Zh, en = measure.Entry.Label.En },
        unit = measure.Entry.Unit,
        kind = measure.Entry.Kind,
        meaning = measure.Entry.Meaning,
        not = measure.Entry.Not,
    }));

    private static IResult Generation(StarFolder folder) => folder.Current() is { } current
        ? Results.Json(new { generation = current.Generation, complete_to = current.CompleteTo })
        : Results.Json(new { generation = (string?)null, complete_to = (DateTimeOffset?)null });
}
