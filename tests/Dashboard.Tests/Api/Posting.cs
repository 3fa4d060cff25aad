using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Api.Description;

namespace Analytics.Dashboard.Tests.Api;

/// <summary>What a program does: sends JSON, reads JSON.</summary>
internal static class Posting
{
    public const string Documents = "/api/v1/documents";
    public const string Masters = "/api/v1/masters";
    public const string Rules = "/api/v1/approval-rules";
    public const string Vouchers = "/api/v1/vouchers";

    public static async Task<(int Status, JsonElement Body)> SendAsync(
        this HttpClient client, string path, JsonNode body, params (string Name, string Value)[] headers) =>
        await client.SendTextAsync(path, body.ToJsonString(), headers);

    public static async Task<(int Status, JsonElement Body)> SendTextAsync(
        this HttpClient client, string path, string body, params (string Name, string Value)[] headers) =>
        await client.SendBytesAsync(path, Encoding.UTF8.GetBytes(body), headers);

    public static async Task<(int Status, JsonElement Body)> SendBytesAsync(
        this HttpClient client, string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // A server that refuses by the length alone closes the connection on whoever goes on sending.
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        return await ReadAsync(answer);
    }

    public static async Task<(int Status, JsonElement Body)> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.OpenAsync(path);
        return await ReadAsync(answer);
    }

    /// <summary>A document of the examples under another number.</summary>
    public static JsonObject Example(string kind, string number)
    {
        var document = Examples.Documents.First(example => example.Key == kind).Value.AsObject();
        document["document_no"] = number;
        return document;
    }

    /// <summary>The body that writes a rule which holds everything of a kind.</summary>
    public static JsonObject Rule(string code, string kind, bool isActive) => new()
    {
        ["approval_rules"] = new JsonArray(new JsonObject
        {
            ["code"] = code, ["document_kind"] = kind, ["trigger"] = "always", ["is_active"] = isActive,
        }),
    };

    public static async Task WriteMastersAsync(this HttpClient client)
    {
        var (status, body) = await client.SendAsync(Masters, Examples.Masters);
        status.Should().Be(200, body.ToString());
        body.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("outcome").GetString())
            .Should().OnlyContain(outcome => outcome == "posted" || outcome == "already_there");
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static async Task<(int Status, JsonElement Body)> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }
}
