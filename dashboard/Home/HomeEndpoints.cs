using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Export;
using Analytics.Star;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Home;

/// <summary>The owner's page, and its table as a file.</summary>
internal static class HomeEndpoints
{
    public const string ExportPath = "/export";

    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Session.FiguresPolicy)
            .RequireRateLimiting(AccessSetup.ReportsLimit);
        pages.MapGet("/", ShowAsync);
        pages.MapGet(ExportPath, ExportAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, StarFolder folder, HomeLoad load, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        if (folder.Current() is not { } manifest)
        {
            return new RazorComponentResult<EmptyPage>(new { Frame = frame });
        }

        var state = HomeState.Parse(context.Request.Query);
        var model = await load.LoadAsync(new(state, manifest, Session.ScopeOf(context.User)!, frame), ct);
        return new RazorComponentResult<HomePage>(new { Frame = frame, Model = model })
        {
            StatusCode = model.Table is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };
    }

    /// <summary>The same state, the same question, the same view as the page, as a file.</summary>
    private static async Task<IResult> ExportAsync(
        HttpContext context, ReportRunner runner, Frames frames, DashboardOptions options, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var query = context.Request.Query;
        var format = query["format"].ToString() switch
        {
            "csv" => ExportFormat.Csv,
            "pdf" => ExportFormat.Pdf,
            _ => ExportFormat.Xlsx,
        };
        var generation = query["generation"].ToString() is { Length: > 0 } named ? named : null;
        var request = HomeState.Parse(query).TableRequest(generation, frame.Culture);
        var outcome = await runner.RunAsync(request, Session.ScopeOf(context.User)!, ct);
        return outcome switch
        {
            ReportOutcome.Answer { Result: var result }
                when ReportFile.WhyNot(result, format, frame.Culture) is { } why => Refusal(frame, frame.Say(why)),
            ReportOutcome.Answer answer => await ReportDownload.AttachmentAsync(
                TableView.Of(answer.Result).Shown, format, StreamedBody.OptionsOf(context, options, frame, null), ct),
            ReportOutcome.Refused refused => Refusal(
                frame, string.Join('\n', refused.Lines.Select(line => frame.Say(line.Message)))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static RazorComponentResult<MessagePage> Refusal(Frame frame, string line) =>
        ErrorPages.Page(frame, StatusCodes.Status400BadRequest, line);
}
