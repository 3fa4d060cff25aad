using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Analytics.Ledger.Posting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api.Problems;

/// <summary>A page for each kind of problem, at the address that stands as its type.</summary>
internal static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", ShowAll).AllowAnonymous();
        routes.MapGet("/problems/{name}", Show).AllowAnonymous();
    }

    private static RazorComponentResult<ProblemPage> ShowAll(HttpContext context, Frames frames) =>
        Page(frames.Of(context), All(frames.Of(context)));

    private static IResult Show(string name, HttpContext context, Frames frames)
    {
        var frame = frames.Of(context);
        return All(frame).FirstOrDefault(kind => kind.Name == name) is { } known
            ? Page(frame, [known])
            : Results.NotFound();
    }

    private static List<ProblemText> All(Frame frame) =>
    [
        .. ProblemKind.All.Select(kind => new ProblemText(kind.Name, kind.Status, frame[kind.Title], frame[kind.Line])),
        .. Enum.GetValues<RefusalReason>().Select(reason => new ProblemText(
            RefusalProblems.Name(reason),
            RefusalProblems.Status(reason),
            ProblemMaker.Title(reason, frame),
            Advice(RefusalProblems.Status(reason), frame))),
    ];

    private static string Advice(int status, Frame frame) => status switch
    {
        StatusCodes.Status403Forbidden => frame["problem_advice_403"],
        StatusCodes.Status404NotFound => frame["problem_advice_404"],
        StatusCodes.Status409Conflict => frame["problem_advice_409"],
        _ => frame["problem_advice_422"],
    };

    private static RazorComponentResult<ProblemPage> Page(Frame frame, IReadOnlyList<ProblemText> problems) =>
        new(new { Frame = frame, Problems = problems });
}
