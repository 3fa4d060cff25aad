using Analytics.Dashboard.Access;
using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Web;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Questions;

/// <summary>The catalog and the explorer as pages, their answers as files, and questions saved under a name.</summary>
internal static class QuestionEndpoints
{
    public const string ListPath = "/reports";
    public const string SavePath = "/saved";
    public const string DeletePath = "/saved/delete";

    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Session.FiguresPolicy);
        pages.MapGet(ListPath, ListAsync);
        pages.MapGet(QuestionState.ReportPath + "{**id}", ReportAsync).RequireRateLimiting(AccessSetup.ReportsLimit);
        pages.MapGet(QuestionState.ExplorePath, ExploreAsync).RequireRateLimiting(AccessSetup.ReportsLimit);
        pages.MapGet(SavePath + "/{name}", OpenAsync);
        pages.MapPost(SavePath, SaveAsync);
        pages.MapPost(DeletePath, DeleteAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var who = Session.NameOf(context.User);
        var saved = (await workspace.Configs.ListAsync(ct)).Where(config => config.IsVisibleTo(who)).ToList();
        return new RazorComponentResult<ReportsPage>(new { Frame = frames.Of(context), Saved = saved, Who = who });
    }

    private static async Task<IResult> ReportAsync(
        string id, HttpContext context, QuestionLoad load, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        if (load.Catalog.Find(id) is not { } report)
        {
            var lines = load.Catalog.ErrorsOf(id);
            return Message(frame, lines.Count > 0 ? string.Join('\n', lines) : frame["no_report"], isMissing: true);
        }

        var state = QuestionState.Of(report, context.Request.Query);
        return await AnswerAsync(
            context, frames,
            write => load.ReportAsync((report, state, write), Session.ScopeOf(context.User)!, frame, ct),
            report.Id, ct);
    }

    private static Task<IResult> ExploreAsync(
        HttpContext context, QuestionLoad load, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var state = QuestionState.OfExplorer(ExploreText.Names, context.Request.Query);
        return AnswerAsync(
            context, frames, _ => load.ExploreAsync(state, Session.ScopeOf(context.User)!, frame, ct), null, ct);
    }

    /// <summary>The answer as a page, or as the file that the address asks for.</summary>
    private static async Task<IResult> AnswerAsync(
        HttpContext context, Frames frames,
        Func<Func<ReportStream, CancellationToken, Task>?, Task<QuestionModel>> ask, string? report,
        CancellationToken ct)
    {
        var (frame, options) = (frames.Of(context), frames.Options);
        if (options.Folder.Current() is not { } manifest)
        {
            return new RazorComponentResult<EmptyPage>(new { Frame = frame });
        }

        var named = context.Request.Query["format"].ToString();
        if (ReportFile.FormatOf(named) is { } format)
        {
            return await FileAsync(context, (format, report), frames, ask, ct);
        }

        var model = await ask(null);
        if (named.Length > 0 && model.Answer is not null)
        {
            return Message(frame, frame["api_format"], isMissing: false);
        }

        return Page(frame, model, manifest.Generation);
    }

    private static async Task<IResult> FileAsync(
        HttpContext context, (ExportFormat Format, string? Report) file, Frames frames,
        Func<Func<ReportStream, CancellationToken, Task>?, Task<QuestionModel>> ask, CancellationToken ct)
    {
        var (format, report) = file;
        var (frame, options) = (frames.Of(context), frames.Options);
        if (Api.StreamedBody.PaperOf(context) is null)
        {
            return Message(frame, frame["api_paper"], isMissing: false);
        }

        var body = new Api.StreamedBody(context, format, options)
        {
            IsAttachment = true, Options = Api.StreamedBody.OptionsOf(context, options, frame, report),
        };
        var model = await ask(body.Writer);
        if (model.IsWritten)
        {
            return body.Result;
        }

        if (model.Answer is not { } answer)
        {
            return Page(frame, model, options.Folder.Current()?.Generation ?? "");
        }

        return ReportFile.WhyNot(answer, format, body.Options) is { } why
            ? Message(frame, frame.Say(why), isMissing: false)
            : await Api.ReportDownload.AttachmentAsync(answer, format, body.Options, ct);
    }

    private static RazorComponentResult<QuestionPage> Page(Frame frame, QuestionModel model, string generation) =>
        new(new { Frame = frame, Model = model, Generation = generation })
        {
            StatusCode = model.Answer is null && model.Refusals.Count > 0
                ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        };

    /// <summary>Leads to the page of what was saved.</summary>
    private static async Task<IResult> OpenAsync(
        string name, HttpContext context, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        if (await workspace.Configs.FindAsync(name, null, ct) is not { } config
            || !config.IsVisibleTo(Session.NameOf(context.User)))
        {
            return Message(frame, frame["no_saved"], isMissing: true);
        }

        return SavedQuery.Parse(config.Content, out var faults) is { } query
            ? Results.LocalRedirect(new QuestionState(
                query.Report is { } report ? QuestionState.PathOf(report) : QuestionState.ExplorePath,
                query.Texts).Url())
            : Message(frame, string.Join('\n', faults.Select(line => frame.Say(line.Message))), isMissing: false);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, [FromForm] SaveForm form, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var query = SavedQuery.Parse(form.Content ?? "", out var faults);
        if (query is null)
        {
            return Message(frame, string.Join('\n', faults.Select(line => frame.Say(line.Message))), isMissing: false);
        }

        var draft = new ConfigDraft(
            (form.Name ?? "").Trim(), query.ToJson(), form.Everybody is null ? [] : [SavedConfig.Everybody]);
        var result = await workspace.Configs.SaveAsync(
            draft, Session.NameOf(context.User), Session.MayChangeOthers(context.User), ct);
        return result is ConfigResult.Saved or ConfigResult.Unchanged
            ? Results.LocalRedirect(ListPath)
            : Message(frame, ConfigWords.Of(result, frame), isMissing: false);
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, [FromForm] DeleteForm form, WorkspaceDb workspace, Frames frames, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var result = await workspace.Configs.DeleteAsync(
            form.Name ?? "", Session.NameOf(context.User), Session.MayChangeOthers(context.User), ct);
        return result is ConfigResult.Deleted
            ? Results.LocalRedirect(ListPath)
            : Message(frame, ConfigWords.Of(result, frame), isMissing: result is ConfigResult.NotThere);
    }

    private static RazorComponentResult<MessagePage> Message(Frame frame, string line, bool isMissing) =>
        ErrorPages.Page(frame, isMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest, line);
}
