using Analytics.Dashboard.Access;
using Analytics.Reports;
using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Api;

/// <summary>The body of a response whose rows are more than are held. A text leaves as its rows come; a fault half-way
/// ends the connection, so that it is no whole file. What cannot be read before its end is written to a file first, and
/// a fault is an error then.</summary>
internal sealed class StreamedBody(HttpContext context, ExportFormat format, DashboardOptions dashboard)
{
    /// <summary>Gives the file its name to be kept under; a program gets none.</summary>
    public bool IsAttachment { get; init; }

    /// <summary>Called before the first byte.</summary>
    public Action<ReportResult>? Begin { get; init; }

    public required ExportOptions Options { get; init; }

    /// <summary>What takes the rows; null where the file is made of rows that are held.</summary>
    public Func<ReportStream, CancellationToken, Task>? Writer =>
        ReportFile.IsStreamed(format) && (format != ExportFormat.Xlsx || Options.Template is null) ? WriteAsync : null;

    /// <summary>What is left to do when all was written.</summary>
    public IResult Result { get; private set; } = Results.Empty;

    private async Task WriteAsync(ReportStream stream, CancellationToken ct)
    {
        var name = IsAttachment ? ReportDownload.NameOf(stream.Head, format, Options.Culture) : null;
        if (!ReportFile.IsBinary(format))
        {
            Begin?.Invoke(stream.Head);
            await Results.Stream(
                body => ReportFile.WriteAsync(stream, format, Options, body, ct), ReportFile.ContentType(format), name)
                .ExecuteAsync(context);
            return;
        }

        var file = Web.TempFile.Open(dashboard.TempFolder);
        context.Response.RegisterForDisposeAsync(file);
        await ReportFile.WriteAsync(stream, format, Options, file, ct);
        file.Position = 0;
        Begin?.Invoke(stream.Head);
        Result = Results.File(file, ReportFile.ContentType(format), name);
    }

    /// <summary>The paper that the address asks for, the usual one where it does not; null where there is none of that
    /// name.</summary>
    public static Paper? PaperOf(HttpContext context) =>
        context.Request.Query["paper"].ToString() is { Length: > 0 } name ? Paper.Find(name) : Paper.A4;

    /// <summary>Printed now, by who is signed in; in the company's own workbook of a report, where it has one.
    /// </summary>
    public static ExportOptions OptionsOf(
        HttpContext context, DashboardOptions dashboard, Web.Frame frame, string? report) =>
        new(frame.Culture, dashboard.TempFolder)
        {
            Paper = PaperOf(context) ?? Paper.A4,
            Template = TemplateFolder.Find(dashboard.TemplatesFolder, report),
            PrintedAt = TimeZoneInfo.ConvertTime(dashboard.Clock.GetUtcNow(), dashboard.Zone),
            PrintedBy = Session.NameOf(context.User),
        };
}
