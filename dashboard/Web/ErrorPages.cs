using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Pages;
using Analytics.Star;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Dashboard.Web;

/// <summary>What a reader or a program sees when there is no answer: one clear line, as a page or as problem details.
/// </summary>
internal static class ErrorPages
{
    /// <summary>Whether a program asks. The address <c>/api</c> itself is a page.</summary>
    public static bool IsApi(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out var rest) && rest.HasValue;

    /// <summary>A status without a body gets one.</summary>
    public static Task StatusAsync(StatusCodeContext status) =>
        WriteAsync(status.HttpContext, status.HttpContext.Response.StatusCode, null);

    /// <summary>Nobody maps this address.</summary>
    public static Task NotFound(HttpContext context) => WriteAsync(context, StatusCodes.Status404NotFound, null);

    /// <summary>A fault reached the edge; the framework has logged it with its inputs.</summary>
    public static Task FaultAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return fault is StarException && context.User.Identity is { IsAuthenticated: true }
            ? WriteAsync(context, StatusCodes.Status503ServiceUnavailable, fault.Message)
            : WriteAsync(context, StatusCodes.Status500InternalServerError, null);
    }

    private static Task WriteAsync(HttpContext context, int status, string? line)
    {
        var frame = context.RequestServices.GetRequiredService<Frames>().Of(context);
        var (title, text) = Words(status);
        line ??= frame[status == StatusCodes.Status429TooManyRequests && AccessSetup.IsOfReports(context)
            ? "error_429_reports" : text];
        context.Response.StatusCode = status;
        if (IsApi(context) && ProblemMaker.OfStatus(context, status, frame) is { } problem)
        {
            problem = problem.Status == StatusCodes.Status429TooManyRequests ? problem with { Detail = line } : problem;
            return ProblemMaker.Answer(problem).ExecuteAsync(context);
        }

        return IsApi(context)
            ? Problem(status, frame[title], line).ExecuteAsync(context)
            : Page(frame, status, line).ExecuteAsync(context);
    }

    /// <summary>The page of one clear line, its title that of the status.</summary>
    public static RazorComponentResult<MessagePage> Page(Frame frame, int status, string line) =>
        new(new { Frame = frame, Title = frame[Words(status).Title], Line = line }) { StatusCode = status };

    /// <summary>Problem details with one clear line; <paramref name="lines"/> where there are several.</summary>
    public static ProblemHttpResult Problem(
        int status, string title, string line, IReadOnlyList<object>? lines = null) =>
        TypedResults.Problem(
            detail: line,
            statusCode: status,
            title: title,
            extensions: lines is null ? null : [new("errors", lines)]);

    private static (string Title, string Line) Words(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ("error_401_title", "error_401_line"),
        StatusCodes.Status403Forbidden => ("error_403_title", "error_403_line"),
        StatusCodes.Status404NotFound => ("error_404_title", "error_404_line"),
        StatusCodes.Status429TooManyRequests => ("error_429_title", "error_429_line"),
        >= 500 => ("error_500_title", "error_500_line"),
        _ => ("error_400_title", "error_400_line"),
    };
}
