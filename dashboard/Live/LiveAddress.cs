using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Live;

/// <summary>Addresses of live sources: <c>/live/{secret}/{question}.{format}</c>.</summary>
internal static class LiveAddress
{
    /// <summary>Also the page where they are made.</summary>
    public const string Path = "/live";

    /// <summary>What spreadsheets refresh from; the first is shown first.</summary>
    public static readonly IReadOnlyList<ExportFormat> Formats =
        [ExportFormat.Csv, ExportFormat.Xlsx, ExportFormat.Json, ExportFormat.Html];

    /// <summary>The address, from the server's own on.</summary>
    public static string Of(string secret, string config, ExportFormat format) =>
        $"{Path}/{secret}/{Uri.EscapeDataString(config)}{ReportFile.Extension(format)}";

    /// <summary>What stands where a secret would; null where the address is another's.</summary>
    public static string? SecretOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal, out var rest)
        && rest.Value is { Length: > 1 } text
            ? text[1..].Split('/')[0]
            : null;

    /// <summary>A request's path as it may be logged.</summary>
    public static string Shown(HttpContext context) =>
        SecretOf(context) is null ? context.Request.Path.ToString() : Path + "/…";

    /// <summary>The format of a file's name where it is one of the question; null where it is none.</summary>
    public static ExportFormat? Read(string file, string config)
    {
        var dot = file.LastIndexOf('.');
        var name = dot < 0 ? file : file[..dot].Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return dot >= 0 && string.Equals(name, config, StringComparison.OrdinalIgnoreCase)
            && ReportFile.FormatOf(file[(dot + 1)..]) is { } format && Formats.Contains(format)
                ? format
                : null;
    }

    /// <summary>The server as its reader sees it.</summary>
    public static string ServerOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
