using Analytics.Star;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>For whoever watches the process. Says nothing of the company.</summary>
internal static class HealthEndpoints
{
    // No account has it; looking it up shows that the workspace answers.
    private const long Nobody = 0;

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    /// <summary>Ready when a generation can be read and people can sign in.</summary>
    private static async Task<IResult> ReadyAsync(
        StarFolder folder, StarReaders readers, WorkspaceDb workspace, CancellationToken ct)
    {
        await workspace.Accounts.FindAsync(Nobody, ct);
        if (folder.Current() is null)
        {
            return Results.Text("no generation", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        await using var lease = await readers.RentAsync(null, ct);
        return Results.Text("ready");
    }
}
