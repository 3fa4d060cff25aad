using Analytics.Dashboard.Access;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Analytics.Ledger.Accounting;
using Analytics.Ledger.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Posted;

/// <summary>The page of a document: where a line of a list leads, and what became of it. It is read from the book as
/// it stands now, which may know more than the generation the list is of.</summary>
internal static class DocumentPages
{
    private const string Path = "/documents";

    public static void MapDocumentPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ShowAsync).RequireAuthorization(Session.FiguresPolicy)
            .RequireRateLimiting(AccessSetup.ReportsLimit);

    /// <summary>The address of a document's page by its key.</summary>
    public static string UrlOf(string key) => Path + new QueryBuilder { { "key", key } }.ToQueryString();

    /// <summary>The same by what people call it.</summary>
    public static string UrlOf(string kind, string number) =>
        Path + new QueryBuilder { { "kind", kind }, { "no", number } }.ToQueryString();

    private static async Task<IResult> ShowAsync(HttpContext context, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var query = context.Request.Query;
        var (key, kind, number) = (query["key"].ToString(), query["kind"].ToString(), query["no"].ToString());
        if (frames.Options.Ledger is not { } door || await door.BookAsync(ct) is not { } book)
        {
            return ErrorPages.Page(frame, StatusCodes.Status404NotFound, frame["tables_no_book"]);
        }

        await using var view = await book.ReadAsync(ct);
        var document = key.Length > 0
            ? await DocumentReader.FindAsync(view, key, ct) : await DocumentReader.FindAsync(view, kind, number, ct);
        if (document is null)
        {
            return ErrorPages.Page(
                frame, StatusCodes.Status404NotFound, frame.Format("document_none", key.Length > 0 ? key : number));
        }

        var names = document.Entry is { } entry ? await DocumentNames.ReadAsync(view, entry.Seq, ct) : null;
        var model = new DocumentModel(document, names, await AccountNames.ReadAsync(view, ct));
        return new RazorComponentResult<DocumentPage>(new { Frame = frame, Model = model });
    }
}
