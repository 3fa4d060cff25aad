using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Web;

/// <summary>The language of an answer: the request's <c>lang</c>, else the switch on the page, else the account's, else
/// what a program says by Accept-Language, else Chinese. A browser's own preference is not asked for a page: zh-CN is
/// the default.</summary>
internal static class PageCulture
{
    public const string Parameter = "lang";

    private const string CookieName = "analytics.lang";

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static CultureInfo Of(HttpContext context)
    {
        var wish = context.Request.Query[Parameter].ToString();
        wish = wish.Length > 0
            ? wish
            : context.Request.Cookies[CookieName] ?? Session.Locale(context.User) ?? Accepted(context);
        return wish.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Chinese;
    }

    /// <summary>The first of our languages that a program accepts; empty for a page.</summary>
    private static string Accepted(HttpContext context) => ErrorPages.IsApi(context)
        ? context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString())
            .FirstOrDefault(language => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
                || language.StartsWith("en", StringComparison.OrdinalIgnoreCase)) ?? ""
        : "";

    public static void MapLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", SwitchAsync).AllowAnonymous();

    private static async Task<IResult> SwitchAsync(
        HttpContext context, [FromForm] LanguageForm form, WorkspaceDb workspace, CancellationToken ct)
    {
        var locale = (form.To == "en" ? English : Chinese).Name;
        context.Response.Cookies.Append(CookieName, locale, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
        if (Session.AccountId(context.User) is long accountId)
        {
            await workspace.Accounts.SetLocaleAsync(accountId, locale, ct);
        }

        return Results.LocalRedirect(LocalUrl.OrHome(form.Return));
    }
}
