using System.Text.Json;
using System.Text.Unicode;
using Analytics.Dashboard.Api.Problems;
using Analytics.Dashboard.Web;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Api;

/// <summary>A request's body as JSON, or the problem with it.</summary>
internal static class Body
{
    public const int MostBytes = 4 * 1024 * 1024;

    private const int Deepest = 16;

    /// <summary>The document, which the caller disposes of, or the problem.</summary>
    /// <param name="context">Its body is read whole: at most <see cref="MostBytes"/>.</param>
    /// <param name="frame">Language of a problem.</param>
    /// <param name="mayBeEmpty">Whether nothing at all counts as an empty object.</param>
    public static async Task<(JsonDocument? Json, Problem? Problem)> ReadAsync(
        HttpContext context, Frame frame, bool mayBeEmpty = false)
    {
        using var memory = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            var isTooLarge = fault.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return (null, ProblemMaker.Of(isTooLarge ? ProblemKind.TooLarge : ProblemKind.InvalidJson, frame));
        }

        var bytes = new ReadOnlyMemory<byte>(memory.GetBuffer(), 0, (int)memory.Length);
        if (bytes.Length == 0 && mayBeEmpty)
        {
            return (JsonDocument.Parse("{}"), null);
        }

        if (!context.Request.HasJsonContentType())
        {
            return (null, ProblemMaker.Of(ProblemKind.NotJson, frame));
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            return (null, ProblemMaker.Of(ProblemKind.InvalidJson, frame));
        }

        try
        {
            // A copy: the buffer goes back with the stream.
            var json = JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = Deepest });
            Spell(json.RootElement);
            return (json, null);
        }
        catch (JsonException fault)
        {
            var place = frame.Format("problem_json_at", fault.LineNumber + 1, fault.BytePositionInLine + 1);
            return (null, ProblemMaker.Of(ProblemKind.InvalidJson, frame, place));
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half of a surrogate pair is JSON and no text.
            return (null, ProblemMaker.Of(ProblemKind.InvalidJson, frame));
        }
    }

    /// <summary>Reads every name and text once, so that nobody meets one later that cannot be read.</summary>
    /// <exception cref="InvalidOperationException">One holds half of a surrogate pair.</exception>
    private static void Spell(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Spell(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                {
                    _ = field.Name;
                    Spell(field.Value);
                }

                break;
        }
    }
}
