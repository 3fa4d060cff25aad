using System.Globalization;
using Analytics.Reports;
using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Api;

/// <summary>An answer as the body of a response. Written whole before the first byte leaves, so that a fault half-way
/// is an error and not a short file.</summary>
internal static class ReportDownload
{
    /// <summary>For a program: no file name.</summary>
    public static async Task<IResult> InlineAsync(
        ReportResult result, ExportFormat format, ExportOptions options, CancellationToken ct) =>
        Results.File(await BytesAsync(result, format, options, ct), ReportFile.ContentType(format));

    /// <summary>For a reader: to be kept under the report's title and its range.</summary>
    public static async Task<IResult> AttachmentAsync(
        ReportResult result, ExportFormat format, ExportOptions options, CancellationToken ct)
    {
        return Results.File(
            await BytesAsync(result, format, options, ct), ReportFile.ContentType(format),
            NameOf(result, format, options.Culture));
    }

    /// <summary>What a file of the answer is called.</summary>
    public static string NameOf(ReportResult result, ExportFormat format, CultureInfo culture)
    {
        var range = result.Windows is [var now, ..]
            ? string.Create(CultureInfo.InvariantCulture, $"_{now.From:yyyyMMdd}-{now.To:yyyyMMdd}")
            : "";
        return result.Title.In(culture) + range + ReportFile.Extension(format);
    }

    private static async Task<MemoryStream> BytesAsync(
        ReportResult result, ExportFormat format, ExportOptions options, CancellationToken ct)
    {
        var body = new MemoryStream();
        await ReportFile.WriteAsync(result, format, options, body, ct);
        body.Position = 0;
        return body;
    }
}
