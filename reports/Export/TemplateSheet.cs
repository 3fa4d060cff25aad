using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Reports.Export;

/// <summary>One sheet of a template: its cells, and the drawings that lie on it.</summary>
internal sealed partial class TemplateSheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Drawing =
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private readonly WorksheetPart part;
    private readonly XDocument sheet;
    private readonly Lazy<List<string>> shared;

    public TemplateSheet(string name, WorksheetPart part, WorkbookPart workbook)
    {
        Name = name;
        this.part = part;
        sheet = Load(part);
        NumberAll();
        shared = new(() => workbook.SharedStringTablePart is { } texts
            ? [.. Load(texts).Root!.Elements(Main + "si").Select(
                text => string.Concat(text.Descendants(Main + "t").Select(run => run.Value)))]
            : []);
    }

    public string Name { get; }

    private XElement Data => sheet.Root!.Element(Main + "sheetData")!;

    public static XDocument Load(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    public static void Save(OpenXmlPart part, XDocument content)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        content.Save(stream, SaveOptions.DisableFormatting);
    }

    public void Save() => Save(part, sheet);

    /// <summary>The columns that a row's cells ask for.</summary>
    public IEnumerable<string> ColumnsOf(int row) => RowAt(row)?.Elements(Main + "c")
        .SelectMany(cell => Column().Matches(TextOf(cell)).Select(match => match.Groups[1].Value)) ?? [];

    public int CellsOf(int row) => RowAt(row)?.Elements(Main + "c").Count() ?? 0;

    /// <summary>Puts a value into a cell, which keeps its style.</summary>
    public void Set(SheetCell at, object? value)
    {
        var row = RowAt(at.Row);
        if (row is null)
        {
            row = new XElement(Main + "row", new XAttribute("r", RepeatedRow.Text(at.Row)));
            AddInOrder(Data, row, NumberOf);
        }

        var reference = at.Column + RepeatedRow.Text(at.Row);
        var cell = row.Elements(Main + "c").FirstOrDefault(one => (string?)one.Attribute("r") == reference);
        if (cell is null)
        {
            cell = new XElement(Main + "c", new XAttribute("r", reference));
            AddInOrder(row, cell, PlaceOf);
        }

        Put(cell, value);
    }

    /// <summary>Moves what refers to the sheet of a row that is repeated: here, in charts and in tables.</summary>
    public void Move(RepeatedRow repeated)
    {
        Unshare();
        var isHome = Name == repeated.Sheet;
        foreach (var formula in Data.Descendants(Main + "f").Where(one => !isHome || NumberOf(one.Parent!.Parent!)
            != repeated.Row))
        {
            formula.Value = repeated.Outside(formula.Value, Name);
        }

        if (isHome)
        {
            foreach (var row in Data.Elements(Main + "row").Where(row => NumberOf(row) > repeated.Row))
            {
                Renumber(row, repeated.Moved(NumberOf(row)));
            }

            repeated.Apply(sheet.Root!);
            foreach (var table in part.TableDefinitionParts)
            {
                var definition = Load(table);
                foreach (var range in definition.Descendants().Attributes("ref"))
                {
                    range.Value = repeated.GrownList(range.Value);
                }

                Save(table, definition);
            }

            foreach (var pivot in part.PivotTableParts)
            {
                var definition = Load(pivot);
                foreach (var place in definition.Root!.Elements(Main + "location").Attributes("ref"))
                {
                    place.Value = repeated.GrownList(place.Value);
                }

                Save(pivot, definition);
            }
        }

        if (part.DrawingsPart is { } drawings)
        {
            MoveDrawings(drawings, repeated, isHome);
        }
    }

    /// <summary>The row once for each row of the answer; once, blank, where it has none.</summary>
    public void Repeat(RepeatedRow repeated, ReportResult result, CultureInfo culture, CancellationToken ct)
    {
        var model = RowAt(repeated.Row);
        if (model is null)
        {
            return;
        }

        var merged = sheet.Root!.Element(Main + "mergeCells")?.Elements()
            .Where(merge => SheetRange.Parse((string)merge.Attribute("ref")!) is { } range
                && range.From.Row == repeated.Row).ToList() ?? [];
        var last = model;
        for (var copy = 0; copy <= repeated.More; copy++)
        {
            ct.ThrowIfCancellationRequested();
            var row = new XElement(model);
            FillCopy(row, repeated, copy, result, culture);
            last.AddAfterSelf(row);
            last = row;
        }

        model.Remove();
        sheet.Root!.Element(Main + "mergeCells")?.Attribute("count")?.Remove();
        foreach (var merge in merged)
        {
            var range = SheetRange.Parse((string)merge.Attribute("ref")!)!;
            for (var copy = repeated.More; copy >= 1; copy--)
            {
                merge.AddAfterSelf(new XElement(merge.Name, new XAttribute(
                    "ref", range.With(_ => repeated.Row + copy))));
            }

            merge.SetAttributeValue("ref", range.With(_ => repeated.Row));
        }
    }

    /// <summary>A row or cell that does not say where it is lies behind the one before it.</summary>
    private void NumberAll()
    {
        var number = 0;
        foreach (var row in Data.Elements(Main + "row"))
        {
            number = row.Attribute("r") is null ? number + 1 : NumberOf(row);
            row.SetAttributeValue("r", RepeatedRow.Text(number));
            var column = -1;
            foreach (var cell in row.Elements(Main + "c"))
            {
                column = cell.Attribute("r") is null ? column + 1 : PlaceOf(cell);
                cell.SetAttributeValue("r", XlsxSheet.Letters(column) + RepeatedRow.Text(number));
            }
        }
    }

    /// <summary>What formulas came to before; they are reckoned anew.</summary>
    public void ForgetFigures()
    {
        foreach (var cell in Data.Descendants(Main + "c").Where(cell => cell.Element(Main + "f") is not null))
        {
            cell.Element(Main + "v")?.Remove();
            cell.Attribute("t")?.Remove();
        }
    }

    private void FillCopy(
        XElement row, RepeatedRow repeated, int copy, ReportResult result, CultureInfo culture)
    {
        var cells = copy < result.Rows.Count ? result.Rows[copy] : new object?[result.Columns.Count];
        foreach (var cell in row.Elements(Main + "c"))
        {
            if (cell.Element(Main + "f") is { } formula)
            {
                formula.Value = repeated.Inside(formula.Value, copy);
            }
            else if (TextOf(cell) is { Length: > 0 } text && Column().IsMatch(text))
            {
                Put(cell, Filled(text, result.Columns, cells, culture));
            }
        }

        Renumber(row, repeated.Row + copy);
    }

    /// <summary>A cell that asks for one column and says nothing else has the value itself.</summary>
    private static object? Filled(
        string text, IReadOnlyList<ReportColumn> columns, object?[] cells, CultureInfo culture)
    {
        var names = columns.Select(column => column.Name).ToList();
        return Column().Match(text) is { Success: true } match && match.Length == text.Trim().Length
            ? cells[names.IndexOf(match.Groups[1].Value)]
            : Column().Replace(text, found =>
            {
                var at = names.IndexOf(found.Groups[1].Value);
                return CellText.Shown(cells[at], columns[at], culture);
            });
    }

    private static void Put(XElement cell, object? value)
    {
        cell.Elements().Remove();
        cell.Attribute("t")?.Remove();
        switch (value)
        {
            case null or "":
                break;
            case decimal or long:
                cell.Add(new XElement(Main + "v", CellText.Exact(value)));
                break;
            case DateOnly date:
                cell.Add(new XElement(Main + "v", RepeatedRow.Text(XlsxSheet.DayOf(date))));
                break;
            case bool flag:
                cell.SetAttributeValue("t", "b");
                cell.Add(new XElement(Main + "v", flag ? "1" : "0"));
                break;
            default:
                cell.SetAttributeValue("t", "inlineStr");
                cell.Add(new XElement(Main + "is", new XElement(
                    Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"),
                    XlsxText.Writable(CellText.Exact(value)).Replace("_x", "_x005F_x", StringComparison.Ordinal))));
                break;
        }
    }

    /// <summary>Formulas that a neighbour's stands for are written out.</summary>
    private void Unshare()
    {
        var all = Data.Descendants(Main + "f").Where(formula => (string?)formula.Attribute("t") == "shared").ToList();
        foreach (var group in all.GroupBy(formula => (string?)formula.Attribute("si")))
        {
            if (group.FirstOrDefault(formula => formula.Value.Length > 0) is not { } first)
            {
                continue;
            }

            var (text, from) = (first.Value, CellOf(first.Parent!));
            foreach (var formula in group)
            {
                var to = CellOf(formula.Parent!);
                formula.Value = SheetReferences.Rewrite(
                    text, Name, (range, _) => range.Shifted(to.Row - from.Row, PlaceOf(to) - PlaceOf(from)));
                formula.RemoveAttributes();
            }
        }
    }

    private static void MoveDrawings(DrawingsPart drawings, RepeatedRow repeated, bool isHome)
    {
        if (isHome)
        {
            var content = Load(drawings);
            foreach (var anchor in content.Root!.Elements().Where(anchor =>
                anchor.Element(Drawing + "from") is { } from && (int)from.Element(Drawing + "row")! >= repeated.Row))
            {
                foreach (var row in anchor.Elements().Where(end => end.Name.LocalName is "from" or "to")
                    .Elements(Drawing + "row"))
                {
                    row.Value = RepeatedRow.Text((int)row + repeated.More);
                }
            }

            Save(drawings, content);
        }

        foreach (var part in drawings.ChartParts)
        {
            var content = Load(part);
            foreach (var formula in content.Descendants(Chart + "f"))
            {
                formula.Value = repeated.Drawn(formula.Value);
            }

            // What was drawn before is of the old rows.
            content.Descendants().Where(one => one.Name == Chart + "numCache" || one.Name == Chart + "strCache")
                .Remove();
            Save(part, content);
        }
    }

    private string TextOf(XElement cell) => (string?)cell.Attribute("t") switch
    {
        "s" => shared.Value[(int)cell.Element(Main + "v")!],
        "inlineStr" => string.Concat(cell.Descendants(Main + "t").Select(run => run.Value)),
        "str" => (string?)cell.Element(Main + "v") ?? "",
        _ => "",
    };

    private XElement? RowAt(int row) => Data.Elements(Main + "row").FirstOrDefault(one => NumberOf(one) == row);

    private static void Renumber(XElement row, int number)
    {
        row.SetAttributeValue("r", RepeatedRow.Text(number));
        foreach (var cell in row.Elements(Main + "c"))
        {
            cell.SetAttributeValue("r", CellOf(cell).Column + RepeatedRow.Text(number));
        }
    }

    private static int NumberOf(XElement row) => int.Parse((string)row.Attribute("r")!, CultureInfo.InvariantCulture);

    private static SheetCell CellOf(XElement cell) => SheetRange.Parse((string)cell.Attribute("r")!)!.From;

    private static int PlaceOf(XElement cell) => PlaceOf(CellOf(cell));

    private static int PlaceOf(SheetCell cell) => SheetRange.PlaceOf(cell.Column);

    private static void AddInOrder(XElement parent, XElement child, Func<XElement, int> place)
    {
        if (parent.Elements(child.Name).LastOrDefault(one => place(one) < place(child)) is { } before)
        {
            before.AddAfterSelf(child);
        }
        else
        {
            parent.AddFirst(child);
        }
    }

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    private static partial Regex Column();
}
