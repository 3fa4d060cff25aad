using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Web;

internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{digest}/{name}", SendAsync).AllowAnonymous();
        // Browsers ask for it unasked; one answer here keeps it out of the sign-in redirect.
        routes.MapGet("/favicon.ico", (Assets assets) => Results.Redirect(assets.Url("icon.svg"))).AllowAnonymous();
    }

    private static async Task SendAsync(HttpContext context, Assets assets)
    {
        var response = context.Response;
        if (assets.Find(context.Request.Path) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isPacked = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal);
        var body = isPacked ? asset.Packed : asset.Content;
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        if (isPacked)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
