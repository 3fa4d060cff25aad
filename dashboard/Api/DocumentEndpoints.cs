using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Json;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Web;
using Analytics.Ledger;
using Analytics.Ledger.Heads;
using Analytics.Ledger.Reading;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>Documents in, and what became of them out; masters in; the end of the chain out.</summary>
internal static class DocumentEndpoints
{
    private const string Json = "application/json";

    /// <summary>Routing would lead another type of content to "not found"; the body's reader says what is wrong.
    /// </summary>
    private const string Anything = "*/*";

    private static readonly IReadOnlyList<string> Kinds =
    [
        .. Enum.GetValues<DocumentKind>().Select(DocumentKinds.Name),
        Voucher.AllocationKind, Voucher.ReversalKind, Voucher.WriteOffKind,
    ];

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        MapPosting(api);
        MapLife(api);
        api.MapGet("/documents/{key}", ByKeyAsync).RequireScope(TokenScope.ReadDocuments)
            .Describe("readDocument", "A document or voucher and what became of it").Produces<DocumentView>();
        api.MapGet("/documents", ByNumberAsync).RequireScope(TokenScope.ReadDocuments)
            .Describe("findDocument", "A document by its kind and number").Produces<DocumentView>();
        api.MapGet("/heads/latest", HeadAsync).RequireScope(TokenScope.ReadHeads)
            .Describe("latestHead", "The end of the chain, signed: a head file as it stands").Produces<SignedHead>();
    }

    private static void MapPosting(RouteGroupBuilder api)
    {
        api.MapPost("/documents", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.DocumentsAsync(context, document => document, mayBeBatch: true, ct))
            .Writes(TokenScope.PostDocuments)
            .Describe("postDocuments", "Post a document, or a batch as {\"documents\": […]}")
            .Accepts<Document>(Json, Anything)
            .Produces<SubmissionAnswer>(StatusCodes.Status201Created)
            .Produces<SubmissionAnswer>(StatusCodes.Status202Accepted)
            .Produces<BatchAnswer>();
        api.MapPost("/documents/drafts", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.DocumentsAsync(context, document => new DocumentDraft(document), mayBeBatch: false, ct))
            .Writes(TokenScope.PostDocuments)
            .Describe("keepDraft", "Keep a document as a draft; post it under the same key later")
            .Accepts<Document>(Json, Anything)
            .Produces<SubmissionAnswer>(StatusCodes.Status202Accepted)
            .Produces<SubmissionAnswer>();
        api.MapPost("/masters", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.TypedAsync(context, "masters", SubmissionTypes.Masters, master => master, ct))
            .Writes(TokenScope.WriteMasters)
            .Describe("writeMasters", "Write versions of masters, each with its type, as {\"masters\": […]}")
            .Accepts<MasterBatch>(Json, Anything)
            .Produces<BatchAnswer>();
        api.MapPost("/vouchers", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.TypedAsync(context, "vouchers", SubmissionTypes.Vouchers, voucher => voucher, ct))
            .Writes(TokenScope.PostDocuments)
            .Describe("postVouchers", "Settle open items, freeze stock: each with its type, as {\"vouchers\": […]}")
            .Accepts<VoucherBatch>(Json, Anything)
            .Produces<BatchAnswer>();
        api.MapPost("/vouchers/drafts", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.TypedAsync(
                    context, "vouchers", SubmissionTypes.VoucherDrafts, one => new VoucherDraft((Voucher)one), ct))
            .Writes(TokenScope.PostDocuments)
            .Describe("keepVoucherDrafts", "Keep vouchers as drafts; post them under the same keys later")
            .Accepts<VoucherBatch>(Json, Anything)
            .Produces<BatchAnswer>();
        api.MapPost("/approval-rules", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.ListAsync<ApprovalRuleMaster>(context, "approval_rules", ct))
            .Writes(TokenScope.ManageApprovals)
            .Describe("writeApprovalRules", "Write versions of approval rules, as {\"approval_rules\": […]}")
            .Accepts<ApprovalRuleBatch>(Json, Anything)
            .Produces<BatchAnswer>();
    }

    private static void MapLife(RouteGroupBuilder api)
    {
        api.MapPost(
                "/documents/{key}/approval",
                (string key, HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                    desk.FormAsync<ApprovalForm>(context, Exact(context, key), form =>
                        new Approval(Exact(context, key), form.IsApproved) { Note = form.Note }, ct))
            .Writes(TokenScope.ApproveDocuments)
            .Describe("approveDocument", "Approve or reject a document or voucher that awaits it")
            .Accepts<ApprovalForm>(Json, Anything)
            .Produces<SubmissionAnswer>(StatusCodes.Status201Created)
            .Produces<SubmissionAnswer>(StatusCodes.Status202Accepted);
        api.MapPost(
                "/documents/{key}/termination",
                (string key, HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                    desk.FormAsync<TerminationForm>(context, Exact(context, key), form =>
                        new Termination(Exact(context, key)) { Note = form.Note }, ct))
            .Writes(TokenScope.PostDocuments)
            .Describe("terminateDocument", "Give up a draft, or what awaits approval")
            .Accepts<TerminationForm>(Json, Anything)
            .Produces<SubmissionAnswer>(StatusCodes.Status202Accepted);
        api.MapPost(
                "/documents/{key}/reversal",
                (string key, HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                    desk.FormAsync<ReversalForm>(context, "reversal:" + Exact(context, key), form =>
                        new Reversal(Exact(context, key), form.DocumentNo)
                        {
                            BusinessAt = form.BusinessAt, Note = form.Note,
                        }, ct))
            .Writes(TokenScope.PostDocuments)
            .Describe("reverseDocument", "Take back a posted document")
            .Accepts<ReversalForm>(Json, Anything)
            .Produces<SubmissionAnswer>(StatusCodes.Status201Created)
            .Produces<SubmissionAnswer>(StatusCodes.Status202Accepted)
            .Produces<SubmissionAnswer>();
    }

    private static T Writes<T>(this T endpoint, string scope)
        where T : IEndpointConventionBuilder =>
        endpoint.RequireScope(scope)
            .RequireRateLimiting(AccessSetup.PostingLimit)
            .WithMetadata(new RequestSizeLimitAttribute(Body.MostBytes));

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary).WithTags("documents");

    private static Task<IResult> ByKeyAsync(
        string key, HttpContext context, DashboardOptions options, Frames frames, CancellationToken ct) =>
        ReadAsync(context, options, frames, view => DocumentReader.FindAsync(view, Exact(context, key), ct), ct);

    private static Task<IResult> ByNumberAsync(
        HttpContext context, DashboardOptions options, Frames frames, Texts texts, CancellationToken ct)
    {
        var kind = context.Request.Query["kind"].ToString();
        if (Kinds.Contains(kind))
        {
            var number = context.Request.Query["no"].ToString();
            return ReadAsync(context, options, frames, view => DocumentReader.FindAsync(view, kind, number, ct), ct);
        }

        var frame = frames.Of(context);
        var detail = frame.Format("json_choice", string.Join(", ", Kinds));
        return Task.FromResult(ProblemMaker.Answer(
            ProblemMaker.Of(ProblemKind.InvalidRequest, frame, "kind: " + detail)));
    }

    private static async Task<IResult> ReadAsync(
        HttpContext context, DashboardOptions options, Frames frames, Func<BookReader, Task<DocumentView?>> find,
        CancellationToken ct)
    {
        if (await BookAsync(options, ct) is not { } book)
        {
            return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NoBook, frames.Of(context)));
        }

        await using var view = await book.ReadAsync(ct);
        return await find(view) is { } document
            ? Results.Json(
                Session.ScopeOf(context.User) is null ? document.WithoutCost() : document, ApiJson.Options)
            : ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NotFound, frames.Of(context)));
    }

    private static async Task<IResult> HeadAsync(
        HttpContext context, DashboardOptions options, Frames frames, CancellationToken ct)
    {
        if (await BookAsync(options, ct) is not { } book)
        {
            return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NoBook, frames.Of(context)));
        }

        await using var view = await book.ReadAsync(ct);
        return view.Seq == 0 ? ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NoBook, frames.Of(context)))
            : options.Heads?.Latest(view) is { } head ? Results.Text(head.ToText() + "\n", Json)
            : ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NoHead, frames.Of(context)));
    }

    private static async Task<Book?> BookAsync(DashboardOptions options, CancellationToken ct) =>
        options.Ledger is { } door ? await door.BookAsync(ct) : null;

    /// <summary>The key as it was sent: the server leaves an escaped slash as it stands, and a number may well hold
    /// one.</summary>
    private static string Exact(HttpContext context, string key)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.Split('?')[0].Split('/');
        return path is ["", "api", "v1", "documents", var sent, ..] ? Uri.UnescapeDataString(sent) : key;
    }
}
