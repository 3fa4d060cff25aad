using System.Globalization;
using System.Net;
using System.Text;
using Analytics.Reports;
using Analytics.Reports.Export;
using Microsoft.AspNetCore.Http;

namespace Analytics.Dashboard.Live;

/// <summary>An answer as one plain HTML table, for the web queries of Excel and WPS: a head row, the rows, the totals,
/// exact values, nothing else on the page.</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe before it, as in CSV.</remarks>
internal sealed class LiveTable(ReportResult result, CultureInfo culture) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = ReportFile.ContentType(ExportFormat.Html);
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(false), leaveOpen: true);
        foreach (var line in Lines())
        {
            await writer.WriteAsync((line + "\n").AsMemory(), ct);
        }
    }

    private IEnumerable<string> Lines()
    {
        var title = WebUtility.HtmlEncode(result.Title.In(culture));
        yield return "<!doctype html><html><head><meta charset=\"utf-8\">";
        yield return $"<title>{title}</title></head><body><table>";
        yield return Line("th", result.Columns.Select(column => column.Label.In(culture)));
        foreach (var row in result.Totals is { } totals ? result.Rows.Append(totals) : result.Rows)
        {
            yield return Line("td", row.Select((value, at) =>
                CellText.Neutral(CellText.Worded(value, result.Columns[at], culture))));
        }

        yield return "</table></body></html>";
    }

    private static string Line(string tag, IEnumerable<string> cells) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{WebUtility.HtmlEncode(cell)}</{tag}>"))}</tr>";
}
