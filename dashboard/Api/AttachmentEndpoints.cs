using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Json;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Web;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>The bytes of attachments: in, answered by the hash a document names, and out again.</summary>
internal static class AttachmentEndpoints
{
    private const int MostBytes = 20 * 1024 * 1024;

    public static void MapAttachments(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/attachments");
        api.MapPut("", PutAsync)
            .RequireScope(TokenScope.PostDocuments)
            .RequireRateLimiting(AccessSetup.PostingLimit)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .WithName("putAttachment").WithTags("attachments")
            .WithSummary("Keep a file; a document names it by its hash")
            .Accepts<byte[]>("application/octet-stream", "*/*")
            .Produces<AttachmentAnswer>();
        api.MapGet("/{sha256}", Get)
            .RequireScope(TokenScope.ReadDocuments)
            .WithName("getAttachment").WithSummary("A file by its hash").WithTags("attachments")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
    }

    private static async Task<IResult> PutAsync(
        HttpContext context, AttachmentStore store, Frames frames, CancellationToken ct)
    {
        try
        {
            return Results.Json(await store.KeepAsync(context.Request.Body, ct), ApiJson.Options);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            var frame = frames.Of(context);
            return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.TooLarge, frame));
        }
    }

    private static IResult Get(string sha256, HttpContext context, AttachmentStore store, Frames frames)
    {
        if (store.Find(sha256) is not { } path)
        {
            return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NotFound, frames.Of(context)));
        }

        // Whatever it is, it is saved and not shown: nobody's upload runs as a page of this server.
        return Results.File(path, "application/octet-stream", sha256);
    }
}
