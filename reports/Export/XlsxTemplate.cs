using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Analytics.Star;
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Reports.Export;

/// <summary>A workbook of the company's own, filled with an answer: cells that have a known name, and a row named
/// <c>row</c>, whose cells say <c>{column}</c>, once for each row of the answer.</summary>
/// <remarks>Done on the parts of the package, so that whatever is not understood here stays as it is. Formulas are
/// reckoned anew by whoever opens it.</remarks>
internal sealed partial class XlsxTemplate
{
    /// <summary>Cells that are filled by repeating the row.</summary>
    public const int MostCells = 500_000;

    private const string RowName = "row";
    private const string TotalPrefix = "total_";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Known =
        ["title", "period", "complete_to", "generation", "printed_at", "printed_by", "notes", "capitals"];

    private readonly ReportResult result;
    private readonly ExportOptions options;
    private readonly WorkbookPart workbook;
    private readonly XDocument book;
    private readonly Dictionary<string, TemplateSheet> sheets;
    private readonly List<(string Name, string Sheet, SheetRange Range)> names = [];

    private XlsxTemplate(ReportResult result, ExportOptions options, WorkbookPart workbook)
    {
        (this.result, this.options, this.workbook) = (result, options, workbook);
        book = TemplateSheet.Load(workbook);
        sheets = book.Descendants(Main + "sheet")
            .Select(sheet => (
                Name: (string)sheet.Attribute("name")!, Part: PartOf((string)sheet.Attribute(Office + "id")!)))
            .Where(sheet => sheet.Part is not null)
            .ToDictionary(sheet => sheet.Name, sheet => new TemplateSheet(sheet.Name, sheet.Part!, workbook),
                StringComparer.OrdinalIgnoreCase);
        foreach (var name in book.Descendants(Main + "definedName"))
        {
            // A whole row has no columns: it is taken for one from the first.
            var value = WholeRow().Replace(name.Value, "$$A$$$1:$$XFD$$$2");
            SheetReferences.Rewrite(value, "", (range, sheet) =>
            {
                names.Add((((string)name.Attribute("name")!).ToLowerInvariant(), sheet, range));
                return range;
            });
        }
    }

    /// <summary>What is wrong with a template, in one line; null where nothing is.</summary>
    public static Label? WhyNot(ReportResult result, ExportOptions options)
    {
        var path = options.Template!;
        var name = Path.GetFileName(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            return document.WorkbookPart is { } workbook
                ? new XlsxTemplate(result, options, workbook).Fault(name) : NoWorkbook(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException
            or OpenXmlPackageException or XmlException or FormatException)
        {
            return NoWorkbook(name);
        }
    }

    /// <summary>Fills the template; <see cref="WhyNot"/> said nothing of it.</summary>
    public static async Task WriteAsync(
        ReportResult result, ExportOptions options, Stream target, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var file = new FileStream(options.Template!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using (file.ConfigureAwait(false))
        {
            await file.CopyToAsync(buffer, ct).ConfigureAwait(false);
        }

        using (var document = SpreadsheetDocument.Open(buffer, isEditable: true))
        {
            new XlsxTemplate(result, options, document.WorkbookPart!).Fill(ct);
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(target, ct).ConfigureAwait(false);
    }

    private static Label NoWorkbook(string name) => new(
        $"模板 {name} 不是能读取的 .xlsx 工作簿；请在 Excel 或 WPS 里另存为 .xlsx",
        $"template {name} is no .xlsx workbook that can be read; save it as .xlsx");

    private WorksheetPart? PartOf(string id) => workbook.GetPartById(id) as WorksheetPart;

    private Label? Fault(string file)
    {
        var rows = names.Where(name => name.Name == RowName).ToList();
        var columns = string.Join(", ", result.Columns.Select(column => column.Name));
        if (rows.Count == 0 && !names.Exists(name => Known.Contains(name.Name) || IsTotal(name.Name)))
        {
            return new(
                $"模板 {file} 里没有可填的名称；请给单元格定义名称 {string.Join("、", Known)}、{TotalPrefix}列名，"
                + $"或给一行定义名称 {RowName}",
                $"template {file} has no name to fill; name cells {string.Join(", ", Known)}, {TotalPrefix}<column>, "
                + $"or a row {RowName}");
        }

        if (rows.Count > 1 || rows.Exists(
            row => row.Range.From.Row != row.Range.LastRow || !sheets.ContainsKey(row.Sheet)))
        {
            return new(
                $"模板 {file} 的名称 {RowName} 必须只指一个工作表里的一行",
                $"template {file}: the name {RowName} must be of one row of one sheet");
        }

        var asked = names.Where(name => IsTotal(name.Name)).Select(name => name.Name[TotalPrefix.Length..])
            .Concat(rows.SelectMany(row => sheets[row.Sheet].ColumnsOf(row.Range.From.Row)));
        if (asked.FirstOrDefault(name => PlaceOf(name) < 0) is { } missing)
        {
            return new(
                $"模板 {file} 要列“{missing}”，报表没有这一列；可用：{columns}",
                $"template {file} asks for column '{missing}', which the report lacks; there are {columns}");
        }

        return rows is [var only]
            && (long)result.Rows.Count * sheets[only.Sheet].CellsOf(only.Range.From.Row) > MostCells
            ? new(
                $"模板 {file} 最多填 {MostCells} 个单元格；请缩小范围，或不用模板",
                $"template {file} is filled with {MostCells} cells at most; take a smaller range, or no template")
            : null;
    }

    private static bool IsTotal(string name) => name.StartsWith(TotalPrefix, StringComparison.Ordinal);

    private int PlaceOf(string column) => result.Columns.ToList().FindIndex(known => known.Name == column);

    private void Fill(CancellationToken ct)
    {
        foreach (var (name, sheet, range) in names.Where(one => sheets.ContainsKey(one.Sheet)))
        {
            if (Known.Contains(name))
            {
                sheets[sheet].Set(range.From, Said(name));
            }
            else if (IsTotal(name))
            {
                sheets[sheet].Set(range.From, result.Totals?[PlaceOf(name[TotalPrefix.Length..])]);
            }
        }

        var repeated = names.Find(name => name.Name == RowName) is { Sheet: not null } row
            ? Repeat(row.Sheet, row.Range.From.Row, ct) : null;
        RefreshPivots(repeated);
        foreach (var sheet in sheets.Values)
        {
            sheet.ForgetFigures();
            sheet.Save();
        }

        Recalculate();
        TemplateSheet.Save(workbook, book);
    }

    private RepeatedRow Repeat(string sheet, int row, CancellationToken ct)
    {
        var repeated = new RepeatedRow(sheets[sheet].Name, row, Math.Max(1, result.Rows.Count) - 1);
        foreach (var other in sheets.Values)
        {
            other.Move(repeated);
        }

        sheets[sheet].Repeat(repeated, result, options.Culture, ct);
        foreach (var name in book.Descendants(Main + "definedName"))
        {
            name.Value = repeated.Outside(name.Value, "");
        }

        return repeated;
    }

    /// <summary>Pivot tables take in the rows that are there now; whoever opens the workbook draws them anew.</summary>
    private void RefreshPivots(RepeatedRow? repeated)
    {
        foreach (var cache in workbook.GetPartsOfType<PivotTableCacheDefinitionPart>())
        {
            var definition = TemplateSheet.Load(cache);
            definition.Root!.SetAttributeValue("refreshOnLoad", "1");
            foreach (var source in definition.Descendants(Main + "worksheetSource").Where(source =>
                repeated is not null && repeated.IsOn((string?)source.Attribute("sheet") ?? "")
                && source.Attribute("ref") is not null))
            {
                source.SetAttributeValue("ref", repeated!.GrownList((string)source.Attribute("ref")!));
            }

            TemplateSheet.Save(cache, definition);
        }
    }

    /// <summary>Whoever opens the workbook reckons all of it.</summary>
    private void Recalculate()
    {
        if (workbook.CalculationChainPart is { } chain)
        {
            workbook.DeletePart(chain);
        }

        var settings = book.Root!.Element(Main + "calcPr");
        if (settings is null)
        {
            settings = new XElement(Main + "calcPr");
            book.Root.Elements().Last(element => element.Name.LocalName is "definedNames" or "sheets"
                or "externalReferences" or "functionGroups").AddAfterSelf(settings);
        }

        settings.SetAttributeValue("fullCalcOnLoad", "1");
    }

    private string Said(string name) => name switch
    {
        "title" => result.Title.In(options.Culture),
        "period" => result.Windows is [var now, ..] ? $"{CellText.Iso(now.From)}–{CellText.Iso(now.To)}" : "",
        "complete_to" => HeadLines.Moment(result.CompleteTo),
        "generation" => result.Generation,
        "printed_at" => options.PrintedAt is { } at ? HeadLines.Moment(at) : "",
        "printed_by" => options.PrintedBy,
        "capitals" => HeadLines.Capitals(result, CultureInfo.GetCultureInfo("zh-CN")),
        _ => string.Join("  ", result.Notes.Select(note => note.In(options.Culture))),
    };

    [GeneratedRegex(@"(?<=!)\$?([0-9]+):\$?([0-9]+)$")]
    private static partial Regex WholeRow();
}
