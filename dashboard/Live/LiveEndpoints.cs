using Analytics.Dashboard.Access;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Live;

/// <summary>Saved questions as sources that Excel and WPS refresh from: reading them, and the page where they are made
/// and revoked.</summary>
internal static class LiveEndpoints
{
    /// <summary>Longer than any is asked for; a page offers fewer.</summary>
    private const int MostDays = 3_660;

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(
                LiveAddress.Path + "/{secret}/{**file}", [HttpMethods.Get, HttpMethods.Head],
                (string secret, string? file, HttpContext context, LiveAnswers answers, CancellationToken ct) =>
                    answers.AnswerAsync(secret, file ?? "", context, ct))
            .AllowAnonymous().RequireRateLimiting(AccessSetup.ReportsLimit);
        var pages = routes.MapGroup(LiveAddress.Path).RequireAuthorization(Session.FiguresPolicy);
        pages.MapGet("", ShowAsync);
        pages.MapPost("", MakeAsync);
        pages.MapPost("/revoke", RevokeAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? name, HttpContext context, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        return await workspace.Configs.FindAsync(name ?? "", null, ct) is { } config
            && config.IsVisibleTo(Session.NameOf(context.User))
                ? await PageAsync(context, config.Name, [], ct)
                : Missing(frame);
    }

    private static async Task<IResult> MakeAsync(
        HttpContext context, [FromForm] LiveForm form, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        // Whose account it is decides what it shows, so no token makes one.
        if (!Session.HasFigures(context.User) || form.Days is < 1 or > MostDays)
        {
            return ErrorPages.Page(frame, StatusCodes.Status400BadRequest, frame["error_400_line"]);
        }

        DateTimeOffset? until = form.Days is { } days ? frames.Options.Clock.GetUtcNow().AddDays(days) : null;
        return await workspace.LiveSources.CreateAsync(form.Name ?? "", Session.NameOf(context.User), until, ct)
            is var (source, secret)
            ? await PageAsync(
                context, source.Config,
                [.. LiveAddress.Formats.Select(format =>
                    LiveAddress.ServerOf(context) + LiveAddress.Of(secret, source.Config, format))],
                ct)
            : Missing(frame);
    }

    private static async Task<IResult> RevokeAsync(
        HttpContext context, [FromForm] LiveForm form, WorkspaceDb workspace, Frames frames, CancellationToken ct) =>
        await workspace.LiveSources.RevokeAsync(
            form.Id, Session.NameOf(context.User), Session.MayChangeOthers(context.User), ct)
            ? Results.LocalRedirect($"{LiveAddress.Path}?name={Uri.EscapeDataString(form.Name ?? "")}")
            : Missing(frames.Of(context));

    private static async Task<IResult> PageAsync(
        HttpContext context, string config, IReadOnlyList<string> made, CancellationToken ct)
    {
        var services = context.RequestServices;
        var workspace = (WorkspaceDb)services.GetService(typeof(WorkspaceDb))!;
        var frame = ((Frames)services.GetService(typeof(Frames))!).Of(context);
        var who = Session.NameOf(context.User);
        var sources = (await workspace.LiveSources.ListAsync(ct))
            .Where(source => source.Config == config
                && (source.Owner == who || Session.MayChangeOthers(context.User))).ToList();
        return new RazorComponentResult<LivePage>(
            new { Frame = frame, Config = config, Sources = sources, Made = made });
    }

    private static RazorComponentResult<MessagePage> Missing(Frame frame) =>
        ErrorPages.Page(frame, StatusCodes.Status404NotFound, frame["no_saved"]);
}
