using Analytics.Dashboard.Access;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Tables;

/// <summary>The page of the tables that users keep: templates and what stands to take away, files to hand in. Whoever
/// has figures may look and have a file checked; what changes the book is the owner's.</summary>
internal static class TablePages
{
    public const string Path = "/tables";

    private static readonly TableFault NoFile = new(0, "请先选择文件。", "Choose a file first.");

    public static void MapTablePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Path).RequireAuthorization(Session.FiguresPolicy);
        pages.MapGet("", (HttpContext context, Frames frames) => Page(frames.Of(context), context, null, null));
        pages.MapGet("/{name}", TableEndpoints.ExportAsync);
        pages.MapGet("/{name}/template", TableEndpoints.TemplateAsync);
        pages.MapPost("/{name}", TakeAsync)
            .RequireRateLimiting(AccessSetup.PostingLimit)
            .WithMetadata(new RequestSizeLimitAttribute(TableEndpoints.MostBytes));
    }

    private static async Task<IResult> TakeAsync(
        string name, HttpContext context, [FromForm] TableForm form, Frames frames, CancellationToken ct)
    {
        var (frame, options, isCheck) = (frames.Of(context), frames.Options, form.Check == "yes");
        if (!TableEndpoints.Knows(options, name))
        {
            return ErrorPages.Page(frame, StatusCodes.Status404NotFound, frame["error_404_line"]);
        }

        if (!isCheck && !Session.MayChangeOthers(context.User))
        {
            return ErrorPages.Page(frame, StatusCodes.Status403Forbidden, frame["tables_owner"]);
        }

        if (form.File is not { Length: > 0 } file)
        {
            return Page(frame, context, name, new TableAnswer(0, 0, 0, 0, [NoFile]));
        }

        if (options.Ledger is not { } door || await door.BookAsync(ct) is null)
        {
            return ErrorPages.Page(frame, StatusCodes.Status503ServiceUnavailable, frame["tables_no_book"]);
        }

        var isXlsx = file.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        var journal = isCheck ? null : await door.JournalAsync(ct);
        await using var body = file.OpenReadStream();
        var answer = await TableEndpoints.TakeAsync(
            options, body, isXlsx, path => new(name, path, Session.NameOf(context.User), journal), ct);
        return Page(frame, context, name, answer, isCheck);
    }

    private static RazorComponentResult<TablesPage> Page(
        Frame frame, HttpContext context, string? name, TableAnswer? answer, bool isCheck = false) =>
        new(new
        {
            Frame = frame, MayTake = Session.MayChangeOthers(context.User), Name = name, Answer = answer,
            IsCheck = isCheck,
        });
}
