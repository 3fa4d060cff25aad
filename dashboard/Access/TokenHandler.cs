using System.Security.Claims;
using System.Text.Encodings.Web;
using Analytics.Dashboard.Live;
using Analytics.Workspace;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Analytics.Dashboard.Access;

/// <summary>Lets a program in by <c>Authorization: Bearer …</c>. What was wrong is logged, the secret never.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    WorkspaceDb workspace)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "token";
    public const string ScopeClaim = "scope";

    public const string Challenge = "Bearer";

    public static bool IsMeant(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().StartsWith(Challenge, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization.ToString()[Challenge.Length..].Trim();
        switch (await workspace.Tokens.CheckAsync(secret, Context.RequestAborted))
        {
            case TokenCheck.Valid valid:
                return AuthenticateResult.Success(new AuthenticationTicket(Of(valid.Token), SchemeName));
            case TokenCheck.Expired expired:
                Logger.LogWarning("Token {Name} has expired: {Path}", expired.Token.Name, LiveAddress.Shown(Context));
                break;
            case TokenCheck.Revoked revoked:
                Logger.LogWarning("Token {Name} was revoked: {Path}", revoked.Token.Name, LiveAddress.Shown(Context));
                break;
            default:
                Logger.LogWarning(
                    "Unknown token from {Address}: {Path}", Context.Connection.RemoteIpAddress,
                    LiveAddress.Shown(Context));
                break;
        }

        return AuthenticateResult.Fail("unknown, expired or revoked");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Challenge;
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Logger.LogWarning("Token {Name} lacks the scope: {Path}", Context.User.Identity?.Name,
            LiveAddress.Shown(Context));
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static ClaimsPrincipal Of(Token token) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, token.Name), .. token.Scopes.Select(scope => new Claim(ScopeClaim, scope))],
        SchemeName));
}
