using System.Diagnostics;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api;
using Analytics.Reports;
using Analytics.Reports.Explore;
using Analytics.Reports.Export;
using Analytics.Workspace;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Live;

/// <summary>Answers a live source's question, as it was last saved, within what its owner may see now.</summary>
internal sealed class LiveAnswers(
    DashboardOptions options, WorkspaceDb workspace, Explorer explorer, ReportAnswers answers)
{
    /// <summary>Whatever is wrong with the address, nobody learns what: there is no such page.</summary>
    public async Task<IResult> AnswerAsync(string secret, string file, HttpContext context, CancellationToken ct)
    {
        if (await workspace.LiveSources.CheckAsync(secret, ct) is not var (source, config)
            || LiveAddress.Read(file, config.Name) is not { } format
            || await ScopeAsync(source.Owner, ct) is not { } scope)
        {
            return Results.NotFound();
        }

        if (options.Folder.Current() is not { } current)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var tag = answers.Tag(context, current.Generation, config.Content, scope);
        if (context.Request.Headers.IfNoneMatch.Contains(tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var frame = answers.FrameOf(context);
        if (SavedQuery.Parse(config.Content, out var faults) is not { } query)
        {
            return ReportAnswers.Refusal(new(faults), frame);
        }

        var how = new ReportRequest("", query.Texts) { Culture = frame.Culture };
        switch (await query.RunAsync(explorer, how, scope, ct))
        {
            case ReportOutcome.Refused refused:
                return ReportAnswers.Refusal(refused, frame);
            case ReportOutcome.Answer { Result: var result }:
                if (tag == answers.Tag(context, result.Generation, config.Content, scope))
                {
                    context.Response.Headers.ETag = tag;
                }

                return format == ExportFormat.Html
                    ? new LiveTable(result, frame.Culture)
                    : await ReportDownload.InlineAsync(
                        result, format, new ExportOptions(frame.Culture, options.TempFolder), ct);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What the owner's account may see at this moment; null where it may sign in no more, or see no figures.
    /// </summary>
    private async Task<Scope?> ScopeAsync(string owner, CancellationToken ct) =>
        await workspace.Accounts.FindAsync(owner, ct) is { IsActive: true } account
            ? Session.ScopeOf(Session.Of(account))
            : null;
}
