using Analytics.Dashboard.Live;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Web;

/// <summary>Headers of every answer, whoever made it.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>No inline script, no inline style, no eval, nothing from elsewhere.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // The address of a live source is its secret.
        headers["Referrer-Policy"] = LiveAddress.SecretOf(context) is null ? "same-origin" : "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        if (headers.CacheControl.Count == 0)
        {
            // Figures and forms are for the one who asked, and only for now.
            headers.CacheControl = "no-store";
        }

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return Task.CompletedTask;
    }
}
