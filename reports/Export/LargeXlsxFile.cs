using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Analytics.Reports.Export;

/// <summary>An answer of many rows as a workbook, written as the rows come: a flat list on as many sheets as it takes,
/// and the parameters it was made with.</summary>
/// <remarks>What a sheet is made of is written straight into the package: a library would hold every cell. Texts stand
/// in their cells, for a table of shared ones would have to be held.</remarks>
internal sealed class LargeXlsxFile
{
    /// <summary>Rows that a sheet holds, by the format's own definition.</summary>
    public const int MostSheetRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private readonly ReportResult result;
    private readonly ExportOptions options;
    private readonly ZipArchive package;
    private readonly XlsxStyles styles;
    private readonly List<string> sheets = [];

    private LargeXlsxFile(ReportResult result, ExportOptions options, ZipArchive package)
    {
        (this.result, this.options, this.package) = (result, options, package);
        styles = new XlsxStyles(result.Columns);
    }

    /// <param name="result">Its rows are not looked at.</param>
    /// <param name="rows">Read once, none kept.</param>
    /// <param name="options">How.</param>
    /// <param name="target">Can be sought in; left open.</param>
    /// <param name="ct">Stops.</param>
    public static async Task WriteAsync(
        ReportResult result, IEnumerable<object?[]> rows, ExportOptions options, Stream target,
        CancellationToken ct)
    {
        var package = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, null, ct)
            .ConfigureAwait(false);
        await using (package.ConfigureAwait(false))
        {
            var file = new LargeXlsxFile(result, options, package);
            await file.WriteListAsync(rows, ct).ConfigureAwait(false);
            await file.WriteParametersAsync(ct).ConfigureAwait(false);
            await file.WriteFrameAsync(ct).ConfigureAwait(false);
        }
    }

    private async Task WriteListAsync(IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var all = rows.GetEnumerator();
        var isMore = all.MoveNext();
        do
        {
            var list = XlsxFile.ListSheet.In(options.Culture);
            sheets.Add(sheets.Count == 0
                ? list : string.Create(CultureInfo.InvariantCulture, $"{list} {sheets.Count + 1}"));
            var sheet = await OpenSheetAsync(ct).ConfigureAwait(false);
            await using (sheet.ConfigureAwait(false))
            {
                sheet.Start(result.Columns.Select(XlsxFormats.WidthOf), frozenRows: 1);
                sheet.Add([.. result.Columns.Select(column => column.Label.In(options.Culture))], styles.Heads);
                while (isMore && sheet.Rows < options.MostSheetRows)
                {
                    sheet.Add(all.Current, styles.Columns);
                    if (sheet.IsFull)
                    {
                        await sheet.FlushAsync(ct).ConfigureAwait(false);
                    }

                    isMore = all.MoveNext();
                }

                await sheet.EndAsync(ct).ConfigureAwait(false);
            }
        }
        while (isMore);
    }

    private async Task WriteParametersAsync(CancellationToken ct)
    {
        sheets.Add(XlsxFile.ParametersSheet.In(options.Culture));
        var sheet = await OpenSheetAsync(ct).ConfigureAwait(false);
        await using (sheet.ConfigureAwait(false))
        {
            sheet.Start([36, 60], frozenRows: 0);
            foreach (var (name, value) in ParameterLines.Of(result, options))
            {
                sheet.Add([name, value], styles.Texts);
            }

            for (var at = 0; at < result.Columns.Count && result.Totals is not null; at++)
            {
                var column = result.Columns[at];
                if (column.Role != ColumnRole.Member && result.Totals[at] is { } total)
                {
                    var name = $"{ParameterLines.TotalLabel.In(options.Culture)} {column.Label.In(options.Culture)}";
                    sheet.Add([name, total], [styles.Texts[0], styles.Columns[at]]);
                }
            }

            await sheet.EndAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>What says that the sheets are a workbook.</summary>
    private async Task WriteFrameAsync(CancellationToken ct)
    {
        var all = sheets.Select((name, at) => (
            Name: System.Security.SecurityElement.Escape(name),
            Number: (at + 1).ToString(CultureInfo.InvariantCulture))).ToList();
        const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        await WriteAsync("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"
            ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Type}styles+xml"/>{string.Concat(all.Select(sheet =>
                $"<Override PartName=\"/xl/worksheets/sheet{sheet.Number}.xml\" "
                + $"ContentType=\"{Type}worksheet+xml\"/>"))}
            </Types>
            """, ct).ConfigureAwait(false);
        await WriteAsync("_rels/.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument"
            Target="xl/workbook.xml"/></Relationships>
            """, ct).ConfigureAwait(false);
        await WriteAsync("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><bookViews><workbookView/></bookViews>
            <sheets>{string.Concat(all.Select(sheet =>
                $"<sheet name=\"{sheet.Name}\" sheetId=\"{sheet.Number}\" r:id=\"rId{sheet.Number}\"/>"))}
            </sheets></workbook>
            """, ct).ConfigureAwait(false);
        await WriteAsync("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}">{string.Concat(all.Select(sheet =>
                $"<Relationship Id=\"rId{sheet.Number}\" Type=\"{Office}/worksheet\" "
                + $"Target=\"worksheets/sheet{sheet.Number}.xml\"/>"))}
            <Relationship Id="rIdStyles" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """, ct).ConfigureAwait(false);
        await WriteAsync("xl/styles.xml", styles.Part(Main), ct).ConfigureAwait(false);
    }

    private async Task WriteAsync(string part, string text, CancellationToken ct)
    {
        var stream = await package.CreateEntry(part).OpenAsync(ct).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Head + text), ct).ConfigureAwait(false);
        }
    }

    private async Task<XlsxSheet> OpenSheetAsync(CancellationToken ct)
    {
        var part = string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets.Count}.xml");
        return new XlsxSheet(await package.CreateEntry(part, CompressionLevel.Fastest).OpenAsync(ct)
            .ConfigureAwait(false));
    }
}
