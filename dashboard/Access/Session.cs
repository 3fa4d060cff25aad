using System.Globalization;
using System.Security.Claims;
using Analytics.Reports;
using Analytics.Workspace;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboard.Access;

/// <summary>What the cookie says of who is signed in, and what follows from it.</summary>
internal static class Session
{
    public const string FiguresPolicy = "figures";

    private const string StampClaim = "stamp";
    private const string LocaleClaim = "locale";

    public static ClaimsPrincipal Of(Account account) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.AccountId.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, account.Name),
            new(ClaimTypes.Role, account.Role.ToString()),
            new(StampClaim, account.Stamp),
            new(LocaleClaim, account.Locale),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static long? AccountId(ClaimsPrincipal user) =>
        long.TryParse(
            user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public static string? Locale(ClaimsPrincipal user) => user.FindFirstValue(LocaleClaim);

    /// <summary>Who keeps and shares questions: an account by its name, a token apart from an account of that
    /// name.</summary>
    public static string NameOf(ClaimsPrincipal user) =>
        (user.HasClaim(claim => claim.Type == TokenHandler.ScopeClaim) ? "token " : "") + user.Identity!.Name;

    /// <summary>Whether what others saved may be changed and deleted.</summary>
    public static bool MayChangeOthers(ClaimsPrincipal user) => user.IsInRole(nameof(Role.Owner));

    /// <summary>What its bearer may see; null where role or token has no figures at all.</summary>
    public static Scope? ScopeOf(ClaimsPrincipal user) =>
        HasFigures(user) || user.HasClaim(TokenHandler.ScopeClaim, TokenScope.ReadReports) ? Scope.Everything : null;

    /// <summary>Whether somebody is signed in whose role has figures; never a token.</summary>
    public static bool HasFigures(ClaimsPrincipal user) =>
        user.IsInRole(nameof(Role.Owner)) || user.IsInRole(nameof(Role.Analyst));

    /// <summary>Ends a session whose account has another password now, another role, or may not sign in any
    /// more.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var workspace = context.HttpContext.RequestServices.GetRequiredService<WorkspaceDb>();
        var ct = context.HttpContext.RequestAborted;
        var account = context.Principal is { } user && AccountId(user) is long id
            ? await workspace.Accounts.FindAsync(id, ct)
            : null;
        if (account is not { IsActive: true } || context.Principal?.FindFirstValue(StampClaim) != account.Stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }
}
