using System.Text.Json;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Json;
using Analytics.Dashboard.Web;
using Analytics.Ledger.Posting;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Api.Problems;

/// <summary>Makes problems in the language of a request's frame.</summary>
internal static class ProblemMaker
{
    public const string MediaType = "application/problem+json";

    private const string Path = "/problems/";

    public static Problem Of(ProblemKind kind, Frame frame, string? detail = null) =>
        new(Path + kind.Name, frame[kind.Title], kind.Status, detail ?? frame[kind.Line]);

    public static Problem Of(Refusal refusal, Frame frame) =>
        new(
            Path + RefusalProblems.Name(refusal.Reason),
            Title(refusal.Reason, frame),
            RefusalProblems.Status(refusal.Reason),
            frame.IsEnglish ? refusal.English : refusal.Chinese)
        {
            Reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.Reason.ToString()),
            Line = refusal.LineNo > 0 ? refusal.LineNo : null,
        };

    public static Problem Of(IReadOnlyList<JsonFault> faults, Frame frame) =>
        Of(ProblemKind.InvalidRequest, frame) with
        {
            Errors = [.. faults.Select(fault => new ProblemPlace(fault.Pointer, frame.Say(fault.Message)))],
        };

    /// <summary>The refusal's words for any occurrence of it.</summary>
    public static string Title(RefusalReason reason, Frame frame)
    {
        var any = new Refusal(reason, 0, "…");
        return frame.IsEnglish ? any.English : any.Chinese;
    }

    /// <summary>What a bare status means where it has a page of its own; null where it has none.</summary>
    public static Problem? OfStatus(HttpContext context, int status, Frame frame) => status switch
    {
        StatusCodes.Status401Unauthorized => Of(ProblemKind.Unauthorized, frame),
        StatusCodes.Status403Forbidden when context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>() is { } needed =>
            Of(ProblemKind.MissingScope, frame, frame.Format("problem_scope_needed", needed.Scope)),
        StatusCodes.Status413PayloadTooLarge => Of(ProblemKind.TooLarge, frame),
        StatusCodes.Status429TooManyRequests => Of(ProblemKind.TooOften, frame),
        _ => null,
    };

    public static IResult Answer(Problem problem) =>
        Results.Json(problem, ApiJson.Options, MediaType, problem.Status);
}
