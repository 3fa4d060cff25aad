using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Answers a program's question for a report: the file it asked for, or a problem in one clear line.</summary>
internal sealed class ReportAnswers(
    DashboardOptions options, ReportRunner runner, Explorer explorer, Frames frames)
{
    // Words of the address that are not parameters of the report.
    private static readonly string[] Reserved =
        ["format", "paper", "generation", "rollups", PageCulture.Parameter];

    public Task<IResult> AnswerAsync(string report, HttpContext context, CancellationToken ct)
    {
        var request = new ReportRequest(report, Parameters(context))
        {
            Generation = Generation(context), Culture = frames.Of(context).Culture, UseRollups = HasRollups(context),
        };
        return AnswerAsync(
            context, ("", report), (scope, write) => runner.RunAsync(request, scope, write, ct), ct);
    }

    public Task<IResult> ExploreAsync(HttpContext context, CancellationToken ct)
    {
        if (ExploreText.Read(Parameters(context), out var faults) is not { } query)
        {
            return Task.FromResult<IResult>(Refusal(new(faults), frames.Of(context)));
        }

        query = query with
        {
            Generation = Generation(context), Culture = frames.Of(context).Culture, UseRollups = HasRollups(context),
        };
        return AnswerAsync(context, ("", null), (scope, write) => explorer.RunAsync(query, scope, write, ct), ct);
    }

    /// <summary>A saved question; words of the address stand in place of its own.</summary>
    public Task<IResult> SavedAsync(SavedQuery query, HttpContext context, CancellationToken ct)
    {
        var others = Parameters(context);
        others.Remove("version");
        var how = new ReportRequest("", others)
        {
            Generation = Generation(context), Culture = frames.Of(context).Culture, UseRollups = HasRollups(context),
        };
        var asked = query.With(others);
        return AnswerAsync(
            context, (query.ToJson(), asked.Report),
            (scope, write) => asked.RunAsync(explorer, how, scope, write, ct), ct);
    }

    public Frame FrameOf(HttpContext context) => frames.Of(context);

    // Beside the address, a saved question says what is asked.
    private async Task<IResult> AnswerAsync(
        HttpContext context, (string Text, string? Report) question,
        Func<Scope, Func<ReportStream, CancellationToken, Task>?, Task<ReportOutcome>> ask, CancellationToken ct)
    {
        var (asked, report) = question;
        var frame = frames.Of(context);
        if (Format(context.Request.Query["format"].ToString()) is not { } format)
        {
            return ErrorPages.Problem(StatusCodes.Status400BadRequest, frame["error_400_title"], frame["api_format"]);
        }

        if (StreamedBody.PaperOf(context) is null)
        {
            return ErrorPages.Problem(StatusCodes.Status400BadRequest, frame["error_400_title"], frame["api_paper"]);
        }

        if (options.Folder.Current() is not { } current)
        {
            return ErrorPages.Problem(
                StatusCodes.Status503ServiceUnavailable, frame["empty_title"], frame["api_no_generation"]);
        }

        var scope = Session.ScopeOf(context.User)!;
        var tag = Tag(context, Generation(context) ?? current.Generation, asked, scope);
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        void Mark(ReportResult told)
        {
            if (tag == Tag(context, told.Generation, asked, scope))
            {
                context.Response.Headers.ETag = tag;
            }
        }

        var body = new StreamedBody(context, format, options)
        {
            Begin = Mark, Options = StreamedBody.OptionsOf(context, options, frame, report),
        };
        var outcome = await ask(scope, body.Writer);
        if (outcome is ReportOutcome.Answer answered)
        {
            Mark(answered.Result);
        }

        return outcome switch
        {
            ReportOutcome.Answer { Result: var result }
                when ReportFile.WhyNot(result, format, body.Options) is { } why =>
                ErrorPages.Problem(StatusCodes.Status400BadRequest, frame["error_400_title"], frame.Say(why)),
            ReportOutcome.Answer { Result: var result } => await ReportDownload.InlineAsync(
                result, format, body.Options, ct),
            ReportOutcome.Written => body.Result,
            ReportOutcome.Refused refused => Refusal(refused, frame),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The same tag stands for the same figures: a generation never changes, and all else an answer depends on
    /// is in it. Weak, for the time an answer took stands in some files.</summary>
    public string Tag(HttpContext context, string generation, string asked, Scope scope)
    {
        var all = string.Join(
            '\n', generation, context.Request.Path, context.Request.QueryString, frames.Of(context).Culture.Name,
            scope.Key, typeof(ReportRunner).Module.ModuleVersionId, options.Catalog.Stamp, asked);
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..32]}\"";
    }

    private static Dictionary<string, string> Parameters(HttpContext context) => context.Request.Query
        .Where(pair => !Reserved.Contains(pair.Key))
        .ToDictionary(pair => pair.Key, pair => string.Join(',', pair.Value.ToArray()), StringComparer.Ordinal);

    private static string? Generation(HttpContext context) =>
        context.Request.Query["generation"].ToString() is { Length: > 0 } generation ? generation : null;

    private static bool HasRollups(HttpContext context) => context.Request.Query["rollups"] != "off";

    public static ProblemHttpResult Refusal(ReportOutcome.Refused refused, Frame frame)
    {
        var isMissing = refused.Lines.Any(line => line.Where is "report" or "generation");
        return ErrorPages.Problem(
            isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            frame[isMissing ? "error_404_title" : "error_400_title"],
            frame.Say(refused.Lines[0].Message),
            [.. refused.Lines.Select(line => new { where = line.Where, message = frame.Say(line.Message) })]);
    }

    private static ExportFormat? Format(string text) =>
        text.Length == 0 ? ExportFormat.Json : ReportFile.FormatOf(text);
}
