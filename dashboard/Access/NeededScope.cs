using Analytics.Workspace;
using Microsoft.AspNetCore.Authorization;

namespace Analytics.Dashboard.Access;

/// <summary>Stands on an endpoint: the scope a token needs for it.</summary>
internal sealed record NeededScope(string Scope)
{
    public static string Policy(string scope) => "scope " + scope;

    /// <summary>Documents and accounts may also be read in a signed-in session: nothing can be posted from a page of
    /// another site, because no page can send a token it does not have.</summary>
    public static void AddPolicies(AuthorizationBuilder authorization)
    {
        foreach (var scope in TokenScope.All)
        {
            authorization.AddPolicy(Policy(scope), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(check => check.User.HasClaim(TokenHandler.ScopeClaim, scope)
                    || (scope is TokenScope.ReadDocuments or TokenScope.ReadAccounts
                        && Session.HasFigures(check.User))));
        }
    }
}
