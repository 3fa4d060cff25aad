using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api.Json;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Web;
using Analytics.Ledger;
using Analytics.Ledger.Posting;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Api;

/// <summary>Hands in what programs send, in the name of their token, and says what became of it.</summary>
internal sealed class SubmissionDesk(DashboardOptions options, Frames frames, Texts texts)
{
    public const int MostInBatch = 1_000;

    private readonly JsonCheck check = new(texts);

    /// <summary>See <see cref="JsonCheck.Read{T}"/>.</summary>
    private delegate Submission? Reading(JsonElement element, string pointer, List<JsonFault> faults, string but);

    /// <summary>Reads a body that is a form of its own and posts what is made of it.</summary>
    public async Task<IResult> FormAsync<T>(
        HttpContext context, string key, Func<T, Submission> make, CancellationToken ct)
        where T : class
    {
        var frame = frames.Of(context);
        var (json, problem) = await Body.ReadAsync(context, frame, mayBeEmpty: true);
        if (problem is not null)
        {
            return ProblemMaker.Answer(problem);
        }

        using (json)
        {
            var faults = new List<JsonFault>();
            var form = check.Read<T>(json!.RootElement, "", faults);
            return form is null
                ? ProblemMaker.Answer(ProblemMaker.Of(faults, frame))
                : await OneAsync(context, make(form), key, ct);
        }
    }

    /// <summary>Reads a document, or a batch where <paramref name="mayBeBatch"/>, and posts it.</summary>
    public async Task<IResult> DocumentsAsync(
        HttpContext context, Func<Document, Submission> make, bool mayBeBatch, CancellationToken ct)
    {
        var frame = frames.Of(context);
        var (json, problem) = await Body.ReadAsync(context, frame);
        if (problem is not null)
        {
            return ProblemMaker.Answer(problem);
        }

        using (json)
        {
            var header = IdempotencyKey(context);
            if (mayBeBatch && json!.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("documents", out _))
            {
                return header.Length > 0
                    ? ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.KeyTwice, frame))
                    : await BatchAsync(context, json.RootElement, "documents", check.Read<Document>, ct);
            }

            var faults = new List<JsonFault>();
            var document = check.Read<Document>(json!.RootElement, "", faults);
            if (document is null)
            {
                return ProblemMaker.Answer(ProblemMaker.Of(faults, frame));
            }

            if (header.Length > 0 && document.Key.Length > 0 && document.Key != header)
            {
                return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.KeyTwice, frame));
            }

            document = header.Length > 0 ? document with { Key = header } : document;
            return await OneAsync(context, make(document), KeyOf(document), ct);
        }
    }

    /// <summary>Reads a batch of what says its type, and posts what is made of it.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="field">Holds the list.</param>
    /// <param name="types">What is taken, by the word that stands as its type.</param>
    /// <param name="make">What is handed in for each.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<IResult> TypedAsync(
        HttpContext context, string field, IReadOnlyDictionary<string, Type> types,
        Func<Submission, Submission> make, CancellationToken ct) =>
        BatchAsync(
            context, field,
            (element, pointer, faults, _) => Typed(element, types, pointer, faults) is { } read ? make(read) : null,
            ct);

    /// <summary>Reads a batch of one type, and posts it.</summary>
    public Task<IResult> ListAsync<T>(HttpContext context, string field, CancellationToken ct)
        where T : Submission => BatchAsync(context, field, check.Read<T>, ct);

    private async Task<IResult> BatchAsync(HttpContext context, string field, Reading read, CancellationToken ct)
    {
        var (json, problem) = await Body.ReadAsync(context, frames.Of(context));
        if (problem is not null)
        {
            return ProblemMaker.Answer(problem);
        }

        using (json)
        {
            return await BatchAsync(context, json!.RootElement, field, read, ct);
        }
    }

    /// <summary>The address a document is read at.</summary>
    public static string UrlOf(string key) => "/api/v1/documents/" + Uri.EscapeDataString(key);

    private async Task<IResult> OneAsync(HttpContext context, Submission submission, string key, CancellationToken ct)
    {
        var journal = await JournalAsync(ct);
        var result = await journal.PostAsync(Signed(submission, context), ct);
        var answer = Answer(result, key, frames.Of(context));
        if (answer.Problem is { } problem)
        {
            return ProblemMaker.Answer(problem);
        }

        if (result is PostResult.Posted && answer.Url is not null)
        {
            context.Response.Headers.Location = answer.Url;
        }

        var status = result switch
        {
            PostResult.Posted => StatusCodes.Status201Created,
            PostResult.Held => StatusCodes.Status202Accepted,
            _ => StatusCodes.Status200OK,
        };
        return Results.Json(answer, ApiJson.Options, statusCode: status);
    }

    /// <param name="context">Of the request.</param>
    /// <param name="root">The whole body.</param>
    /// <param name="field">Holds the list; nothing else stands beside it.</param>
    /// <param name="read">Reads each.</param>
    /// <param name="ct">Stops waiting.</param>
    private async Task<IResult> BatchAsync(
        HttpContext context, JsonElement root, string field, Reading read, CancellationToken ct)
    {
        var frame = frames.Of(context);
        if (Faulty(root, field) is { } fault)
        {
            return ProblemMaker.Answer(ProblemMaker.Of([fault], frame));
        }

        var list = root.GetProperty(field);
        if (list.GetArrayLength() > MostInBatch)
        {
            return ProblemMaker.Answer(ProblemMaker.Of(ProblemKind.TooMany, frame));
        }

        var answers = new SubmissionAnswer[list.GetArrayLength()];
        var submissions = new List<(int At, Submission Submission)>();
        foreach (var (at, element) in list.EnumerateArray().Index())
        {
            var faults = new List<JsonFault>();
            var pointer = "/" + field + "/" + at.ToString(CultureInfo.InvariantCulture);
            if (read(element, pointer, faults, "") is { } submission)
            {
                submissions.Add((at, Signed(submission, context)));
            }
            else
            {
                answers[at] = new("refused") { Problem = ProblemMaker.Of(faults, frame) };
            }
        }

        if (submissions.Count > 0)
        {
            var journal = await JournalAsync(ct);
            var results = await journal.PostAsync(submissions.ConvertAll(one => one.Submission), ct);
            foreach (var ((at, submission), result) in submissions.Zip(results))
            {
                answers[at] = Answer(result, KeyOf(submission), frame);
            }
        }

        return Results.Json(new BatchAnswer(answers), ApiJson.Options);
    }

    private JsonFault? Faulty(JsonElement root, string field)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new("", texts["json_object"]);
        }

        var names = root.EnumerateObject().Select(other => other.Name).ToList();
        if (names.FirstOrDefault(name => name != field) is { } unknown)
        {
            return new("/" + unknown, texts["json_unknown"]);
        }

        if (names.Count > 1)
        {
            return new("/" + field, texts["json_twice"]);
        }

        return !root.TryGetProperty(field, out var list) ? new("/" + field, texts["json_missing"])
            : list.ValueKind != JsonValueKind.Array ? new("/" + field, texts["json_list"])
            : null;
    }

    private Submission? Typed(
        JsonElement element, IReadOnlyDictionary<string, Type> types, string pointer, List<JsonFault> faults)
    {
        var type = element.ValueKind == JsonValueKind.Object
            ? types.FirstOrDefault(known => element.TryGetProperty("type", out var said)
                && said.ValueKind == JsonValueKind.String && said.ValueEquals(known.Key)).Value
            : null;
        if (type is not null)
        {
            return (Submission?)check.Read(element, type, pointer, faults, but: "type");
        }

        var names = string.Join(", ", types.Keys);
        var label = texts["json_choice"];
        faults.Add(new(pointer + "/type", new(
            string.Format(CultureInfo.InvariantCulture, label.Zh, names),
            string.Format(CultureInfo.InvariantCulture, label.En, names))));
        return null;
    }

    private static SubmissionAnswer Answer(PostResult result, string key, Frame frame)
    {
        var answer = result switch
        {
            PostResult.Posted posted => new SubmissionAnswer("posted") { Seq = posted.Seq },
            PostResult.Held held => new("held") { Seq = held.Seq, DocumentStatus = held.Status },
            PostResult.AlreadyThere there => new("already_there") { Seq = there.Seq },
            PostResult.Refused refused => new("refused") { Problem = ProblemMaker.Of(refused.Refusal, frame) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return key.Length == 0 ? answer
            : answer.Problem is not null ? answer with { Key = key }
            : answer with { Key = key, Url = UrlOf(key) };
    }

    private static Submission Signed(Submission submission, HttpContext context) =>
        submission with { Actor = context.User.Identity!.Name! };

    /// <summary>The key it is read by; empty for what is no document.</summary>
    private static string KeyOf(Submission submission) => submission switch
    {
        Document { Key.Length: > 0 } document => document.Key,
        Document document => $"{DocumentKinds.Name(document.Kind)}:{document.DocumentNo}",
        Voucher voucher => Voucher.KeyOf(voucher),
        VoucherDraft draft => Voucher.KeyOf(draft.Voucher),
        _ => "",
    };

    /// <summary>With or without the quotation marks of a structured header.</summary>
    private static string IdempotencyKey(HttpContext context) =>
        context.Request.Headers["Idempotency-Key"].ToString().Trim().Trim('"');

    private async Task<Journal> JournalAsync(CancellationToken ct) =>
        options.Ledger is { } door
            ? await door.JournalAsync(ct)
            : throw new InvalidOperationException("this server was started without a way to a book");
}
