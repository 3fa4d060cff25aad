using Microsoft.AspNetCore.Builder;

namespace Analytics.Dashboard.Access;

internal static class NeededScopes
{
    /// <summary>Opens the endpoint to tokens with the scope, and says so to whoever describes or refuses it.</summary>
    public static T RequireScope<T>(this T endpoint, string scope)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(NeededScope.Policy(scope)).WithMetadata(new NeededScope(scope));
}
