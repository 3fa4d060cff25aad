using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Questions;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>Saved questions over HTTP: those its bearer saved or was given.</summary>
internal static class ConfigEndpoints
{
    private const string SharedWith = "shared_with";

    public static void MapConfigs(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/api/v1/configs").RequireAuthorization(Session.FiguresPolicy);
        Describe(read.MapGet("", ListAsync), TokenScope.ReadReports, "listConfigs", "The saved questions");
        Describe(
            read.MapGet("/{name}", ShowAsync), TokenScope.ReadReports, "readConfig",
            "What a saved question asks, in its newest version or an older one");
        Describe(
            read.MapGet("/{name}/answer", AnswerAsync).RequireRateLimiting(AccessSetup.ReportsLimit),
            TokenScope.ReadReports, "runConfig",
            "The answer of a saved question; parameters in the query stand in place of its own");
        var write = routes.MapGroup("/api/v1/configs").RequireScope(TokenScope.WriteConfigs)
            .RequireRateLimiting(AccessSetup.PostingLimit);
        Describe(
            write.MapPut("/{name}", SaveAsync), TokenScope.WriteConfigs, "saveConfig",
            "Saves a question under a name, as a new version where there is one");
        Describe(write.MapDelete("/{name}", DeleteAsync), TokenScope.WriteConfigs, "deleteConfig", "Hides a question");
    }

    private static void Describe(RouteHandlerBuilder endpoint, string scope, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary).WithTags("reports").WithMetadata(new NeededScope(scope))
            .Produces<JsonObject>();

    private static async Task<IResult> ListAsync(HttpContext context, WorkspaceDb workspace, CancellationToken ct)
    {
        var who = Session.NameOf(context.User);
        var all = await workspace.Configs.ListAsync(ct);
        return Results.Json(all.Where(config => config.IsVisibleTo(who)).Select(Shown));
    }

    private static async Task<IResult> ShowAsync(
        string name, long? version, HttpContext context, WorkspaceDb workspace, Frames frames)
    {
        var config = await FindAsync(workspace, context, name, version);
        return config is null ? Missing(frames.Of(context)) : Results.Json(Shown(config));
    }

    private static async Task<IResult> AnswerAsync(
        string name, long? version, HttpContext context, WorkspaceDb workspace, ReportAnswers answers)
    {
        var config = await FindAsync(workspace, context, name, version);
        var frame = answers.FrameOf(context);
        return config is null ? Missing(frame)
            : SavedQuery.Parse(config.Content, out var faults) is { } query
                ? await answers.SavedAsync(query, context, context.RequestAborted)
                : ReportAnswers.Refusal(new(faults), frame);
    }

    private static async Task<IResult> SaveAsync(
        string name, HttpContext context, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var (json, problem) = await Body.ReadAsync(context, frame);
        if (problem is not null)
        {
            return ProblemMaker.Answer(problem);
        }

        using (json)
        {
            var node = JsonNode.Parse(json!.RootElement.GetRawText());
            var shared = Names(node, out var isNamed);
            var query = SavedQuery.Parse(node?.ToJsonString() ?? "", out var faults);
            if (!isNamed || query is null)
            {
                return isNamed ? ReportAnswers.Refusal(new(faults), frame)
                    : Problem(StatusCodes.Status400BadRequest, frame, frame["saved_shared_form"]);
            }

            return Answer(
                await workspace.Configs.SaveAsync(
                    new ConfigDraft(name, query.ToJson(), shared), Session.NameOf(context.User), false, ct),
                frame);
        }
    }

    private static async Task<IResult> DeleteAsync(
        string name, HttpContext context, WorkspaceDb workspace, Frames frames, CancellationToken ct) => Answer(
        await workspace.Configs.DeleteAsync(name, Session.NameOf(context.User), false, ct), frames.Of(context));

    private static IResult Answer(ConfigResult result, Frame frame) => result switch
    {
        ConfigResult.Saved saved => Results.Json(Shown(saved.Config)),
        ConfigResult.Unchanged unchanged => Results.Json(Shown(unchanged.Config)),
        ConfigResult.Deleted => Results.NoContent(),
        ConfigResult.NotThere => Missing(frame),
        ConfigResult.NotYours => Problem(StatusCodes.Status403Forbidden, frame, ConfigWords.Of(result, frame)),
        _ => Problem(StatusCodes.Status400BadRequest, frame, ConfigWords.Of(result, frame)),
    };

    /// <summary>Takes the names off the question; null where none are given.</summary>
    private static List<string>? Names(JsonNode? node, out bool isNamed)
    {
        isNamed = true;
        if (node is not JsonObject body || !body.Remove(SharedWith, out var given))
        {
            return null;
        }

        isNamed = given is JsonArray { Count: <= 1_000 } array && array.All(IsName);
        return isNamed ? [.. ((JsonArray)given!).Select(name => (string)name!)] : null;
    }

    private static bool IsName(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && ((string)node!).Length is > 0 and <= 64
        && !((string)node!).Any(char.IsControl);

    private static async Task<SavedConfig?> FindAsync(
        WorkspaceDb workspace, HttpContext context, string name, long? version)
    {
        var config = await workspace.Configs.FindAsync(name, version, context.RequestAborted);
        return config is not null && config.IsVisibleTo(Session.NameOf(context.User)) ? config : null;
    }

    private static object Shown(SavedConfig config) => new
    {
        name = config.Name,
        owner = config.Owner,
        shared_with = config.SharedWith,
        version = config.Version,
        saved_by = config.SavedBy,
        saved_at = config.SavedAt,
        question = JsonNode.Parse(config.Content),
    };

    private static ProblemHttpResult Missing(Frame frame) =>
        Problem(StatusCodes.Status404NotFound, frame, frame["no_saved"]);

    private static ProblemHttpResult Problem(int status, Frame frame, string line) => ErrorPages.Problem(
        status, frame[status == StatusCodes.Status404NotFound ? "error_404_title" : "error_400_title"], line);
}
