using System.Globalization;
using System.Threading.RateLimiting;
using Analytics.Dashboard.Live;
using Analytics.Dashboard.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.Dashboard.Access;

/// <summary>Cookie, antiforgery, the policy that hides everything from strangers, and the brake on guessing.</summary>
internal static class AccessSetup
{
    public const string GuessingLimit = "sign-in";

    /// <summary>On requests that write, by token.</summary>
    public const string PostingLimit = "posting";

    /// <summary>On requests that have reports run, by who asks.</summary>
    public const string ReportsLimit = "reports";

    /// <summary>How many of them run at once for one account or token.</summary>
    public const int ReportsAtOnce = 4;

    /// <summary>How many more wait for one of those to end.</summary>
    public const int ReportsWaiting = 8;

    private const int SignInsPerMinute = 30;
    private const int PostingsPerMinute = 6_000;
    private const string SessionOrToken = "session or token";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(SessionOrToken)
            .AddPolicyScheme(SessionOrToken, null, either => either.ForwardDefaultSelector = context =>
                TokenHandler.IsMeant(context)
                    ? TokenHandler.SchemeName
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(Configure)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null);
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<DashboardOptions>((cookie, options) => cookie.TimeProvider = options.Clock);
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Session.FiguresPolicy, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(check => Session.ScopeOf(check.User) is not null));
        NeededScope.AddPolicies(authorization);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "analytics.form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Framing is forbidden by SecurityHeaders already, for every page and not only for those with a form.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(GuessingLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(PostingLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.Identity?.Name ?? "",
                _ => new() { PermitLimit = PostingsPerMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(ReportsLimit, Reports);
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = RetryAfter(rejected.Lease);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>Whether a request was one report too many at once.</summary>
    public static bool IsOfReports(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == ReportsLimit;

    /// <summary>A stranger is sent away before anything runs, so none of them can keep another waiting.</summary>
    private static RateLimitPartition<string> Reports(HttpContext context)
    {
        var who = LiveAddress.SecretOf(context)
            ?? (context.User.Identity is { IsAuthenticated: true } ? Session.NameOf(context.User) : null);
        return who is null
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetConcurrencyLimiter(
                who, _ => new() { PermitLimit = ReportsAtOnce, QueueLimit = ReportsWaiting });
    }

    /// <summary>In seconds; nobody knows when a report ends.</summary>
    private static string RetryAfter(RateLimitLease lease) =>
        (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)wait.TotalSeconds) : 2)
        .ToString(CultureInfo.InvariantCulture);

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "analytics.session";
        cookie.Cookie.HttpOnly = true;
        // Lax, not Strict: a link in the daily mail must find the reader signed in.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = SignInEndpoints.Path;
        cookie.ReturnUrlParameter = SignInEndpoints.ReturnParameter;
        cookie.Events.OnValidatePrincipal = Session.ValidateAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<TokenHandler>>().LogWarning(
                "{Name} may not: {Path}", context.HttpContext.User.Identity?.Name,
                LiveAddress.Shown(context.HttpContext));
            return Status(context, StatusCodes.Status403Forbidden);
        };
        var toSignIn = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (!ErrorPages.IsApi(context.HttpContext))
            {
                return toSignIn(context);
            }

            context.Response.Headers.WWWAuthenticate = TokenHandler.Challenge;
            return Status(context, StatusCodes.Status401Unauthorized);
        };
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
