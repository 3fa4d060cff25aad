using System.CommandLine;
using System.Net;
using System.Net.Sockets;

namespace Analytics.Host.Commands;

/// <summary><c>--urls</c>: where to listen.</summary>
internal static class UrlsOption
{
    private const string Otherwise = "http://127.0.0.1:5080";

    public static Option<string> Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = Texts.Say("option.urls"),
            DefaultValueFactory = _ => Otherwise,
            HelpName = "URLS",
        };
        urls.Validators.Add(result =>
        {
            var given = Split(result.Tokens.Count > 0 ? result.Tokens[0].Value : Otherwise);
            if (given.Length == 0 || !given.All(IsAddress))
            {
                result.AddError(Texts.Say("serve.no_address", string.Join(";", given)));
            }
        });
        return urls;
    }

    public static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether the addresses are free now; says which is not.</summary>
    public static bool CanListen(string urls)
    {
        foreach (var url in Split(urls))
        {
            var uri = Parse(url)!;
            var address = uri.HostNameType == UriHostNameType.Dns ? IPAddress.Loopback : IPAddress.Parse(uri.Host);
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(address, uri.Port));
            }
            catch (SocketException fault)
            {
                Terminal.Error(Texts.Say("serve.busy", url, fault.Message));
                return false;
            }
        }

        return true;
    }

    /// <summary>The server would take a name it does not know for "every address": only what is meant is let through.
    /// </summary>
    private static bool IsAddress(string url) => Parse(url) is { Scheme: "http", PathAndQuery: "/" } uri
        && (uri.HostNameType != UriHostNameType.Dns || (uri.Host == "localhost" && uri.Port != 0));

    private static Uri? Parse(string url)
    {
        var everywhere = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal)
            .Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        return Uri.TryCreate(everywhere, UriKind.Absolute, out var uri) ? uri : null;
    }
}
