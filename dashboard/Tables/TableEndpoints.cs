using System.Text.Json.Nodes;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Web;
using Analytics.Reports.Export;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Tables;

/// <summary>Targets, budgets and the other tables that users keep, out of the book and into it.</summary>
internal static class TableEndpoints
{
    public const int MostBytes = 20 * 1024 * 1024;
    private const string Csv = "text/csv";
    private static readonly string Xlsx = ReportFile.ContentType(ExportFormat.Xlsx);

    public static void MapTables(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/tables").WithTags("tables");
        api.MapGet("", List).RequireScope(TokenScope.ReadAccounts)
            .WithName("listTables").WithSummary("The tables that are kept by files").Produces<JsonObject>();
        api.MapGet("/{name}", ExportAsync).RequireScope(TokenScope.ReadAccounts)
            .WithName("exportTable")
            .WithSummary("What stands in a table, as format=csv or xlsx")
            .Produces<byte[]>(StatusCodes.Status200OK, Csv, Xlsx);
        api.MapGet("/{name}/template", TemplateAsync).RequireScope(TokenScope.ReadAccounts)
            .WithName("tableTemplate")
            .WithSummary("The heads of a table and what its columns take, as format=csv or xlsx")
            .Produces<byte[]>(StatusCodes.Status200OK, Csv, Xlsx);
        api.MapPost("/{name}", ImportAsync).RequireScope(TokenScope.WriteMasters)
            .RequireRateLimiting(AccessSetup.PostingLimit)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithName("importTable")
            .WithSummary("A file into a table, row by row; dry_run=true only looks through it")
            .Accepts<byte[]>(Csv, Xlsx, "*/*")
            .Produces<JsonObject>();
    }

    private static IResult List(DashboardOptions options) => Results.Json(
        (options.Tables?.Tables ?? []).Select(table => new
        {
            table = table.Name, title = new { zh = table.Chinese, en = table.English },
        }));

    public static Task<IResult> ExportAsync(
        string name, HttpContext context, DashboardOptions options, Frames frames, CancellationToken ct) =>
        WriteAsync(name, context, (options, frames.Of(context)), isTemplate: false, ct);

    public static Task<IResult> TemplateAsync(
        string name, HttpContext context, DashboardOptions options, Frames frames, CancellationToken ct) =>
        WriteAsync(name, context, (options, frames.Of(context)), isTemplate: true, ct);

    private static async Task<IResult> WriteAsync(
        string name, HttpContext context, (DashboardOptions Options, Frame Frame) by, bool isTemplate,
        CancellationToken ct)
    {
        var (options, frame) = by;
        if (!Knows(options, name))
        {
            return Problem(ProblemKind.NotFound, frame);
        }

        var format = context.Request.Query["format"].ToString();
        if (format is not ("" or "csv" or "xlsx"))
        {
            return ErrorPages.Problem(
                StatusCodes.Status400BadRequest, frame["error_400_title"], frame["api_table_format"]);
        }

        var book = isTemplate || options.Ledger is null ? null : await options.Ledger.BookAsync(ct);
        if (!isTemplate && book is null)
        {
            return Problem(ProblemKind.NoBook, frame);
        }

        await using var view = book is null ? null : await book.ReadAsync(ct);
        var isXlsx = format == "xlsx";
        var file = TempFile.Open(options.TempFolder);
        try
        {
            await options.Tables!.WriteAsync(new(name, isXlsx, !frame.IsEnglish, view), file, ct);
            file.Position = 0;
            return Results.File(file, isXlsx ? Xlsx : Csv, $"{name}.{(isXlsx ? "xlsx" : "csv")}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<IResult> ImportAsync(
        string name, HttpContext context, DashboardOptions options, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        if (!Knows(options, name))
        {
            return Problem(ProblemKind.NotFound, frame);
        }

        if (options.Ledger is not { } door || await door.BookAsync(ct) is null)
        {
            return Problem(ProblemKind.NoBook, frame);
        }

        var isXlsx = context.Request.ContentType?.StartsWith(Xlsx, StringComparison.Ordinal) == true;
        var journal = context.Request.Query["dry_run"] == "true" ? null : await door.JournalAsync(ct);
        try
        {
            return Answer(
                await TakeAsync(
                    options, context.Request.Body, isXlsx,
                    path => new(name, path, context.User.Identity!.Name!, journal), ct),
                frame);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem(ProblemKind.TooLarge, frame);
        }
    }

    /// <summary>Takes what is sent by way of a file that does not stay.</summary>
    public static async Task<TableAnswer> TakeAsync(
        DashboardOptions options, Stream body, bool isXlsx, Func<string, TableUpload> upload, CancellationToken ct)
    {
        var path = UploadPath(options, isXlsx);
        try
        {
            await using (var file = File.Create(path))
            {
                await body.CopyToAsync(file, ct);
            }

            return await options.Tables!.ImportAsync(upload(path), ct);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A file of which rows were refused is answered as one that was taken; it says which.</summary>
    private static IResult Answer(TableAnswer answer, Frame frame) => answer.Faults is [{ Line: 0 } whole]
        ? ErrorPages.Problem(
            StatusCodes.Status400BadRequest, frame["error_400_title"], frame.IsEnglish ? whole.English : whole.Chinese)
        : Results.Json(new
        {
            rows = answer.Rows,
            changed = answer.Changed,
            same = answer.Same,
            refused = answer.Refused,
            errors = answer.Faults.Select(fault => new
            {
                line = fault.Line, message = frame.IsEnglish ? fault.English : fault.Chinese,
            }),
        });

    public static bool Knows(DashboardOptions options, string name) =>
        options.Tables?.Tables.Any(table => table.Name == name) == true;

    private static string UploadPath(DashboardOptions options, bool isXlsx)
    {
        Directory.CreateDirectory(options.TempFolder);
        return Path.Combine(options.TempFolder, $"table-{Guid.NewGuid():N}.{(isXlsx ? "xlsx" : "csv")}");
    }

    private static IResult Problem(ProblemKind kind, Frame frame) => ProblemMaker.Answer(ProblemMaker.Of(kind, frame));
}
