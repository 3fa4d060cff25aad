using System.Globalization;
using Analytics.Dashboard.Access;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Listings;
using Analytics.Dashboard.Web;
using Analytics.Ledger;
using Analytics.Ledger.Listings;
using Analytics.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboard.Api;

/// <summary>What the book knows of accounting, out: its listings, each at an address of its own. And periods, closed.
/// </summary>
internal static class ListingEndpoints
{
    /// <summary>The last entry that an answer is complete to, for those that have no place to say so.</summary>
    public const string SeqHeader = "Analytics-Seq";

    /// <summary>The moment that an answer is complete to.</summary>
    public const string CompleteToHeader = "Analytics-Complete-To";

    private const string Tag = "accounts";
    private const string Csv = "text/csv; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Address, listing, and the operation's name in the description.</summary>
    public static readonly IReadOnlyList<(string Path, string Listing, string Name)> Routes =
    [
        ("/api/v1/accounts/trial-balance", "trial_balance", "trialBalance"),
        ("/api/v1/accounts/balance-sheet", "balance_sheet", "balanceSheet"),
        ("/api/v1/accounts/income-statement", "income_statement", "incomeStatement"),
        ("/api/v1/accounts/vouchers", "vouchers", "accountingVouchers"),
        ("/api/v1/accounts/open-items", "open_items", "openItems"),
        ("/api/v1/periods", "periods", "listPeriods"),
        ("/api/v1/periods/checklist", "month_end_checklist", "monthEndChecklist"),
        ("/api/v1/invoices/uninvoiced", "uninvoiced", "uninvoicedLines"),
        ("/api/v1/invoices/three-way-match", "three_way_match", "threeWayMatch"),
        ("/api/v1/prices/purchases", "purchase_prices", "purchasePrices"),
        ("/api/v1/prices/last-purchases", "last_purchase_prices", "lastPurchasePrices"),
        ("/api/v1/prices/proposed", "proposed_price", "proposedPrice"),
    ];

    public static void MapListings(this IEndpointRouteBuilder routes)
    {
        foreach (var (path, name, operation) in Routes)
        {
            var listing = BookListings.Of(name);
            routes.MapGet(
                    path,
                    (HttpContext context, DashboardOptions options, Frames frames, CancellationToken ct) =>
                        AnswerAsync(listing, context, options, frames.Of(context), ct))
                .RequireScope(TokenScope.ReadAccounts)
                .WithName(operation).WithSummary(listing.English).WithTags(Tag).WithMetadata(listing);
        }

        routes.MapPost("/api/v1/periods", (HttpContext context, SubmissionDesk desk, CancellationToken ct) =>
                desk.FormAsync<PeriodCloseForm>(context, "", form => new PeriodClose(form.ClosedTo), ct))
            .RequireScope(TokenScope.ClosePeriods)
            .RequireRateLimiting(AccessSetup.PostingLimit)
            .WithName("closePeriod").WithSummary("Close the books up to and including a day").WithTags(Tag)
            .Accepts<PeriodCloseForm>("application/json", "*/*")
            .Produces<SubmissionAnswer>(StatusCodes.Status201Created)
            .Produces<SubmissionAnswer>();
    }

    private static async Task<IResult> AnswerAsync(
        Listing listing, HttpContext context, DashboardOptions options, Frame frame, CancellationToken ct)
    {
        var asked = context.Request.Query
            .Where(pair => pair.Key is not "format" and not PageCulture.Parameter)
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var format = context.Request.Query["format"].ToString();
        if (format is not "" and not "json" and not "csv")
        {
            var label = frame.Texts["api_listing_format"];
            return Problem([new ListingFault("format", label.Zh, label.En)], frame);
        }

        if (options.Ledger is not { } door || await door.BookAsync(ct) is not { } book)
        {
            return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.NoBook, frame));
        }

        await using var view = await book.ReadAsync(ct);
        var today = book.Day.Of(options.Clock.GetUtcNow()).Date;
        var outcome = await BookListings.AskAsync(
            listing, view, new ListingAsker(asked, book.Day, today, frame.IsEnglish), ct);
        if (outcome is ListingOutcome.Refused refused)
        {
            return Problem(refused.Faults, frame);
        }

        await WriteAsync(((ListingOutcome.Answered)outcome).Answer, format == "csv", context.Response, frame, ct);
        return Results.Empty;
    }

    /// <summary>Row by row, as the book is read: a fault on the way ends the connection, so that a cut answer is none.
    /// </summary>
    private static async Task WriteAsync(
        ListingAnswer answer, bool isCsv, HttpResponse response, Frame frame, CancellationToken ct)
    {
        response.ContentType = isCsv ? Csv : Json;
        response.Headers[SeqHeader] = answer.Seq.ToString(CultureInfo.InvariantCulture);
        response.Headers[CompleteToHeader] = answer.CompleteTo.ToString("O", CultureInfo.InvariantCulture);
        await (isCsv
            ? ListingFile.WriteCsvAsync(answer, frame.Culture, response.Body, ct)
            : ListingFile.WriteJsonAsync(answer, response.Body, ct));
    }

    private static IResult Problem(IReadOnlyList<ListingFault> faults, Frame frame) => ProblemMaker.Answer(
        ProblemMaker.Of(ProblemKind.InvalidRequest, frame) with
        {
            Errors =
            [
                .. faults.Select(fault =>
                    new ProblemPlace(fault.Parameter, frame.IsEnglish ? fault.English : fault.Chinese)),
            ],
        });
}
