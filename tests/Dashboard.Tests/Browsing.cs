using System.Net;
using System.Text.RegularExpressions;

namespace Analytics.Dashboard.Tests;

/// <summary>What a browser does with a page: reads it, fills in its forms.</summary>
internal static partial class Browsing
{
    public static Task<HttpResponseMessage> OpenAsync(this HttpClient client, string url) =>
        client.GetAsync(new Uri(url, UriKind.Relative));

    /// <summary>The page with its entities resolved.</summary>
    public static async Task<string> PageAsync(this HttpClient client, string url)
    {
        using var response = await client.OpenAsync(url);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts a form with the antiforgery token of a page.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        this HttpClient client, string url, string page, params (string Key, string Value)[] fields)
    {
        var token = Token().Match(await client.PageAsync(page)).Groups[1].Value;
        var values = fields.Append(("__RequestVerificationToken", token))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var form = new FormUrlEncodedContent(values);
        return await client.PostAsync(new Uri(url, UriKind.Relative), form);
    }

    public static Task<HttpResponseMessage> SignInAsync(
        this HttpClient client, string name, string password, string target = "/") =>
        client.PostAsync("/sign-in", "/sign-in", ("Name", name), ("Password", password), ("Return", target));

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
