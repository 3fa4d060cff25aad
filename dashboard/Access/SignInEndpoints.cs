using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Access;

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    public const string Path = "/sign-in";
    public const string ReturnParameter = "return";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).AllowAnonymous();
        routes.MapPost(Path, SignInAsync).AllowAnonymous().RequireRateLimiting(AccessSetup.GuessingLimit);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private static IResult Show(HttpContext context, Frames frames, [FromQuery(Name = ReturnParameter)] string? back)
    {
        var target = LocalUrl.OrHome(back);
        return context.User.Identity is { IsAuthenticated: true }
            ? Results.LocalRedirect(target)
            : Page(frames.Of(context), target, "", failed: false);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, [FromForm] SignInForm form, PasswordCheck check, Frames frames, CancellationToken ct)
    {
        var target = LocalUrl.OrHome(form.Return);
        var account = await check.CheckAsync((form.Name ?? "").Trim(), form.Password ?? "", ct);
        if (account is null)
        {
            return Page(frames.Of(context), target, form.Name ?? "", failed: true);
        }

        var clock = frames.Options.Clock;
        var properties = new AuthenticationProperties { IsPersistent = form.Keep is not null };
        if (properties.IsPersistent)
        {
            properties.ExpiresUtc = clock.GetUtcNow() + KeptFor;
        }

        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, Session.Of(account), properties);
        return Results.LocalRedirect(target);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, [FromForm] SignOutForm form)
    {
        _ = form;
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(Path);
    }

    private static RazorComponentResult<SignInPage> Page(Frame frame, string target, string name, bool failed) =>
        new(new { Frame = frame, Target = target, Name = name, Failed = failed })
        {
            // A wrong password is an answer to a form, not a call to authenticate: 401 would need a challenge.
            StatusCode = failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
