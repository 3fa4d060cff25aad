using System.Globalization;
using System.Xml;
using Analytics.Star;
using ClosedXML.Excel;

namespace Analytics.Reports.Export;

/// <summary>An answer as a workbook: as seen, a flat list to work on, and the parameters it was made with.</summary>
/// <remarks>Numbers and dates are typed, codes are text with their leading zeros, and no text is ever a formula. Widths
/// are
/// given, for measuring text needs a graphics library that is not there.</remarks>
internal sealed class XlsxFile(ReportResult result, CultureInfo culture)
{
    private const int MostCharacters = 32_767;

    private static readonly Label SeenSheet = new("报表", "Report");
    private static readonly Label ListSheet = new("清单", "List");
    private static readonly Label ParametersSheet = new("参数", "Parameters");

    public static async Task WriteAsync(ReportResult result, CultureInfo culture, Stream target, CancellationToken ct)
    {
        using var book = new XLWorkbook();
        var file = new XlsxFile(result, culture);
        file.FillSeen(book.AddWorksheet(SeenSheet.In(culture)), ct);
        file.FillList(book.AddWorksheet(ListSheet.In(culture)), ct);
        file.FillParameters(book.AddWorksheet(ParametersSheet.In(culture)));
        // The package wants to seek; a response or a pipe cannot.
        using var buffer = new MemoryStream();
        book.SaveAs(buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(target, ct).ConfigureAwait(false);
    }

    private void FillSeen(IXLWorksheet sheet, CancellationToken ct)
    {
        var title = Put(sheet, 1, 1, result.Title.In(culture));
        title.Style.Font.Bold = true;
        title.Style.Font.FontSize = 14;
        var at = 2;
        foreach (var line in HeadLines.Of(result, culture))
        {
            Put(sheet, at++, 1, line);
        }
        var head = at;
        at = FillTable(sheet, head, isShown: true, ct);
        if (result.Totals is not null)
        {
            FillRow(sheet, at, result.Totals);
            var totals = sheet.Row(at++);
            totals.Style.Font.Bold = true;
            sheet.Range(at - 1, 1, at - 1, result.Columns.Count).Style.Border.TopBorder = XLBorderStyleValues.Thin;
        }
        foreach (var note in result.Notes)
        {
            Put(sheet, ++at, 1, note.In(culture));
        }
        sheet.SheetView.Freeze(head, MemberColumns());
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(head, head);
    }

    private void FillList(IXLWorksheet sheet, CancellationToken ct)
    {
        FillTable(sheet, 1, isShown: false, ct);
        sheet.SheetView.FreezeRows(1);
    }

    /// <summary>Head and rows; returns the row after the last.</summary>
    private int FillTable(IXLWorksheet sheet, int head, bool isShown, CancellationToken ct)
    {
        for (var i = 0; i < result.Columns.Count; i++)
        {
            var column = result.Columns[i];
            sheet.Column(i + 1).Width = XlsxFormats.WidthOf(column);
            sheet.Column(i + 1).Style.NumberFormat.Format =
                isShown || column.Type is ColumnType.Text or ColumnType.Date ? XlsxFormats.Of(column) : "General";
            var cell = Put(sheet, head, i + 1, column.Label.In(culture));
            cell.Style.Font.Bold = true;
            cell.Style.Alignment.WrapText = true;
            cell.Style.Fill.BackgroundColor = XLColor.FromHtml("#E8EEF7");
        }
        var at = head + 1;
        foreach (var row in result.Rows)
        {
            ct.ThrowIfCancellationRequested();
            FillRow(sheet, at++, row);
        }
        return at;
    }

    private static void FillRow(IXLWorksheet sheet, int at, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            Put(sheet, at, i + 1, row[i]);
        }
    }

    private void FillParameters(IXLWorksheet sheet)
    {
        var at = 1;
        void Line(string name, string value)
        {
            Put(sheet, at, 1, name);
            Put(sheet, at++, 2, value);
        }

        Line("report", result.Report);
        Line("title", result.Title.In(culture));
        Line("generation", result.Generation);
        Line("complete_to", HeadLines.Moment(result.CompleteTo));
        foreach (var (name, value) in result.Params)
        {
            Line(name, CellText.Exact(value));
        }
        foreach (var window in result.Windows)
        {
            Line(
                $"{window.Key} ({window.Label.In(culture)})",
                FormattableString.Invariant($"{CellText.Iso(window.From)}..{CellText.Iso(window.To)} ({window.Days})")
                + (window.CutLabel is { } cut ? " " + cut.In(culture) : ""));
        }
        Line("relation", result.Relation);
        sheet.Column(1).Width = 36;
        sheet.Column(2).Width = 60;
        sheet.Columns(1, 2).Style.NumberFormat.Format = "@";
    }

    private static IXLCell Put(IXLWorksheet sheet, int row, int column, object? value)
    {
        var cell = sheet.Cell(row, column);
        switch (value)
        {
            case null:
                break;
            case decimal number:
                cell.SetValue(number);
                break;
            case long number:
                cell.SetValue(number);
                break;
            case bool flag:
                cell.SetValue(flag);
                break;
            case DateOnly date:
                cell.SetValue(date.ToDateTime(TimeOnly.MinValue));
                break;
            default:
                PutText(cell, CellText.Exact(value));
                break;
        }
        return cell;
    }

    /// <summary>Typed as text before it is set, so that neither this library nor Excel reads a formula, number or date
    /// in
    /// it, and marked so that editing the cell does not turn it into one.</summary>
    private static void PutText(IXLCell cell, string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        cell.Style.NumberFormat.Format = "@";
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(Writable(text));
        cell.Style.IncludeQuotePrefix = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
    }

    /// <summary>Without the control characters that no workbook can hold, and within a cell's length.</summary>
    private static string Writable(string text)
    {
        var kept = text.All(XmlConvert.IsXmlChar) || !text.Any(c => char.IsControl(c) && !XmlConvert.IsXmlChar(c))
            ? text
            : string.Concat(text.Select(c => char.IsControl(c) && !XmlConvert.IsXmlChar(c) ? ' ' : c));
        return kept.Length <= MostCharacters ? kept : kept[..MostCharacters];
    }

    private int MemberColumns() =>
        result.Columns.TakeWhile(column => column.Role == ColumnRole.Member).Count();
}
