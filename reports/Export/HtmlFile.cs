using System.Globalization;
using System.Net;
using System.Text;

namespace Analytics.Reports.Export;

/// <summary>An answer as one HTML file that needs nothing beside it: opened, mailed, or printed.</summary>
internal static class HtmlFile
{
    private const string Style = """
        body{font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;color:#1f2733;
        margin:24px auto;max-width:1400px;padding:0 16px}
        h1{font-size:20px;margin:0 0 4px}p{margin:2px 0;color:#5b6675}
        .sheet{overflow-x:auto;margin:16px 0}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        th,td{padding:5px 10px;border-bottom:1px solid #e3e8ef;white-space:nowrap;text-align:right}
        th{background:#eef3fa;position:sticky;top:0;font-weight:600}
        .text{text-align:left}.less{color:#c0392b}.part td{background:#f7f9fc;font-weight:600}
        tfoot td{border-top:2px solid #8fa3bf;font-weight:600}
        .sign{display:none;margin-top:24px}
        @page{margin:10mm 10mm 14mm;
        @bottom-right{content:counter(page) "/" counter(pages);font:9px sans-serif}}
        @media print{.sign{display:block}body{margin:0;font-size:10px}.sheet{overflow:visible}
        thead{display:table-header-group}tr{break-inside:avoid}th,td{padding:2px 5px}}
        """;

    public static async Task WriteAsync(
        ReportResult result, ExportOptions options, Stream target, CancellationToken ct)
    {
        var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            foreach (var line in Lines(result, options))
            {
                await writer.WriteLineAsync(line.AsMemory(), ct).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<string> Lines(ReportResult result, ExportOptions options)
    {
        var culture = options.Culture;
        var title = Text(result.Title.In(culture));
        yield return $"<!doctype html><html lang=\"{culture.Name}\"><head><meta charset=\"utf-8\">";
        yield return "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">";
        yield return $"<title>{title}</title><style>{Style}</style>"
            + $"<style>@page{{size:{options.Paper.Css}}}</style></head><body><h1>{title}</h1>";
        foreach (var line in HeadLines.Of(result, culture).Append(HeadLines.Printed(result, options)))
        {
            yield return $"<p>{Text(line)}</p>";
        }

        foreach (var block in TableBlock.All(result, culture))
        {
            foreach (var line in Table(result, block, culture))
            {
                yield return line;
            }
        }

        foreach (var line in HeadLines.End(result, culture))
        {
            yield return $"<p>{Text(line)}</p>";
        }

        yield return $"<p class=\"sign\">{Text(HeadLines.SignLine.In(culture))}</p>";
        yield return $"<p>{Text(result.Generation)}</p></body></html>";
    }

    private static IEnumerable<string> Table(ReportResult result, TableBlock block, CultureInfo culture)
    {
        yield return "<div class=\"sheet\"><table><thead>";
        if (block.Groups.Count > 0)
        {
            var groups = block.Groups.Select(group =>
                string.Create(CultureInfo.InvariantCulture, $"<th class=\"text\" colspan=\"{group.Count}\">")
                + $"{Text(group.Title)}</th>");
            yield return $"<tr>{string.Concat(groups)}</tr>";
        }

        var heads = block.Heads.Select((head, at) =>
            $"<th{ClassOf(result.Columns[block.Columns[at]], null)}>{Text(head)}</th>");
        yield return $"<tr>{string.Concat(heads)}</tr></thead><tbody>";
        var deepest = result.Levels is { Count: > 0 } levels ? levels.Max() : 0;
        for (var at = 0; at < result.Rows.Count; at++)
        {
            var isPart = result.Levels is { } known && known[at] < deepest;
            var cells = Cells(result, block, result.Rows[at], culture);
            yield return $"<tr{(isPart ? " class=\"part\"" : "")}>{cells}</tr>";
        }

        yield return "</tbody>";
        if (result.Totals is { } totals)
        {
            object?[] named = [.. totals];
            if (block.IsUnnamed(result, totals))
            {
                named[block.Columns[0]] = ParameterLines.TotalLabel.In(culture);
            }

            yield return $"<tfoot><tr>{Cells(result, block, named, culture)}</tr></tfoot>";
        }

        yield return "</table></div>";
    }

    private static string Cells(ReportResult result, TableBlock block, object?[] row, CultureInfo culture) =>
        string.Concat(block.Columns.Select(at =>
            $"<td{ClassOf(result.Columns[at], row[at])}>"
            + $"{Text(CellText.Shown(row[at], result.Columns[at], culture))}</td>"));

    private static string ClassOf(ReportColumn column, object? value) => column.Type switch
    {
        ColumnType.Text or ColumnType.Date or ColumnType.Bool => " class=\"text\"",
        _ when value is decimal and < 0 or long and < 0 => " class=\"less\"",
        _ => "",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
