using System.Globalization;
using Analytics.Reports.Plot;
using Analytics.Star;
using ClosedXML.Excel;

namespace Analytics.Reports.Export;

/// <summary>An answer as a workbook: as seen, a flat list to work on, and the parameters it was made with.</summary>
/// <remarks>Numbers and dates are typed, codes are text with their leading zeros, and no text is ever a formula. Widths
/// are given, for measuring text needs a graphics library that is not there.</remarks>
internal sealed class XlsxFile(ReportResult result, ExportOptions options)
{
    public static readonly Label ListSheet = new("清单", "List");
    public static readonly Label ParametersSheet = new("参数", "Parameters");

    /// <summary>Cells that are held at most, twice; an answer of more is written as a list.</summary>
    public const int MostCells = 500_000;

    /// <summary>By the format's own definition.</summary>
    private const int DeepestOutline = 8;

    private static readonly (int Width, int Height) ChartSize = (900, 506);
    private static readonly Label SeenSheet = new("报表", "Report");

    private readonly CultureInfo culture = options.Culture;

    public static async Task WriteAsync(
        ReportResult result, ExportOptions options, Stream target, CancellationToken ct)
    {
        var culture = options.Culture;
        using var book = new XLWorkbook();
        var file = new XlsxFile(result, options);
        var below = file.FillSeen(book.AddWorksheet(SeenSheet.In(culture)), ct);
        file.FillList(book.AddWorksheet(ListSheet.In(culture)), ct);
        file.FillParameters(book.AddWorksheet(ParametersSheet.In(culture)));
        // The package wants to seek; a response or a pipe cannot.
        using var buffer = new MemoryStream();
        book.SaveAs(buffer);
        if (result.Chart is not null && result.Rows.Count > 1
            && ReportFile.WhyNot(result, ExportFormat.Png, culture) is null)
        {
            XlsxPicture.Add(buffer, ReportChart.Png(result, culture), below + 1, ChartSize);
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(target, ct).ConfigureAwait(false);
    }

    /// <summary>The report as on the page; returns the last row.</summary>
    private int FillSeen(IXLWorksheet sheet, CancellationToken ct)
    {
        var title = Put(sheet, 1, 1, result.Title.In(culture));
        title.Style.Font.Bold = true;
        title.Style.Font.FontSize = 14;
        var at = 2;
        foreach (var line in HeadLines.Of(result, culture).Append(HeadLines.Printed(result, options)))
        {
            Put(sheet, at++, 1, line);
        }

        var block = TableBlock.Seen(result, culture);
        var top = at;
        if (block.Groups.Count > 0)
        {
            FillGroups(sheet, at++, block);
        }

        var head = at;
        FillHead(sheet, head, block.Heads, isShown: true);
        MergeUngrouped(sheet, head, block);
        at = FillRows(sheet, head, result.Rows, ct);
        FillOutline(sheet, head);
        if (result.Totals is not null)
        {
            FillRow(sheet, at, result.Totals);
            var totals = sheet.Row(at++);
            totals.Style.Font.Bold = true;
            sheet.Range(at - 1, 1, at - 1, result.Columns.Count).Style.Border.TopBorder = XLBorderStyleValues.Thin;
        }

        foreach (var line in HeadLines.End(result, culture))
        {
            Put(sheet, ++at, 1, line);
        }

        at += 2;
        Put(sheet, at, 1, HeadLines.SignLine.In(culture));
        sheet.SheetView.Freeze(head, MemberColumns());
        SetUpPages(sheet, top, head);
        return at;
    }

    /// <summary>Rows below a subtotal's level can be folded away; it stands under them.</summary>
    private void FillOutline(IXLWorksheet sheet, int head)
    {
        if (result.Levels is not { Count: > 0 } levels)
        {
            return;
        }

        var deepest = levels.Max();
        for (var row = 0; row < levels.Count; row++)
        {
            var line = sheet.Row(head + 1 + row);
            line.OutlineLevel = Math.Clamp(levels[row] - 1, 0, DeepestOutline);
            if (levels[row] < deepest)
            {
                line.Style.Font.Bold = true;
            }
        }
    }

    private void SetUpPages(IXLWorksheet sheet, int top, int head)
    {
        var pages = sheet.PageSetup;
        pages.PageOrientation = XLPageOrientation.Landscape;
        // A workbook has no name for continuous paper; whoever prints it chooses the form.
        pages.PaperSize = options.Paper == Paper.A5 ? XLPaperSize.A5Paper : XLPaperSize.A4Paper;
        pages.FitToPages(1, 0);
        pages.SetRowsToRepeatAtTop(top, head);
        pages.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        pages.Footer.Right.AddText("/");
        pages.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    /// <summary>The titles that several heads stand under.</summary>
    private static void FillGroups(IXLWorksheet sheet, int row, TableBlock block)
    {
        foreach (var (title, from, count) in block.Groups.Where(group => group.Title.Length > 0))
        {
            Put(sheet, row, from + 1, title);
            var range = sheet.Range(row, from + 1, row, from + count);
            range.Merge();
            HeadStyle(range.Style);
            range.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        }
    }

    /// <summary>A head that stands under no title takes its row too.</summary>
    private static void MergeUngrouped(IXLWorksheet sheet, int head, TableBlock block)
    {
        foreach (var (_, from, count) in block.Groups.Where(group => group.Title.Length == 0))
        {
            for (var column = from + 1; column <= from + count; column++)
            {
                sheet.Cell(head, column).Clear(XLClearOptions.Contents);
                Put(sheet, head - 1, column, block.Heads[column - 1]);
                var range = sheet.Range(head - 1, column, head, column);
                range.Merge();
                HeadStyle(range.Style);
            }
        }
    }

    /// <summary>Rows that hold others are left out, so that a column adds up to its total.</summary>
    private void FillList(IXLWorksheet sheet, CancellationToken ct)
    {
        FillHead(sheet, 1, [.. result.Columns.Select(column => column.Label.In(culture))], isShown: false);
        var deepest = result.Levels is { Count: > 0 } levels ? levels.Max() : 0;
        FillRows(sheet, 1, result.Rows.Where((_, at) => result.Levels?[at] is not { } level
            || level == 0 || level == deepest), ct);
        sheet.SheetView.FreezeRows(1);
    }

    private void FillHead(IXLWorksheet sheet, int head, IReadOnlyList<string> heads, bool isShown)
    {
        for (var i = 0; i < result.Columns.Count; i++)
        {
            var column = result.Columns[i];
            sheet.Column(i + 1).Width = XlsxFormats.WidthOf(column);
            sheet.Column(i + 1).Style.NumberFormat.Format =
                isShown || column.Type is ColumnType.Text or ColumnType.Date ? XlsxFormats.Of(column) : "General";
            HeadStyle(Put(sheet, head, i + 1, heads[i]).Style);
        }
    }

    private static void HeadStyle(IXLStyle style)
    {
        style.Font.Bold = true;
        style.Alignment.WrapText = true;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Fill.BackgroundColor = XLColor.FromHtml("#E8EEF7");
    }

    /// <summary>Returns the row after the last.</summary>
    private static int FillRows(IXLWorksheet sheet, int head, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var at = head + 1;
        foreach (var row in rows)
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
        foreach (var (name, value) in ParameterLines.Of(result, options))
        {
            Put(sheet, at, 1, name);
            Put(sheet, at++, 2, value);
        }

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
        cell.SetValue(XlsxText.Writable(text));
        cell.Style.IncludeQuotePrefix = CellText.LooksLikeFormula(text);
    }

    private int MemberColumns() =>
        result.Columns.TakeWhile(column => column.Role == ColumnRole.Member).Count();
}
