using System.Globalization;
using Analytics.Reports.Plot;
using Analytics.Star;
using SkiaSharp;

namespace Analytics.Reports.Export;

/// <summary>An answer printed on paper: head repeated on every page, what the page and all before it come to under
/// the rows, the total and a line to sign at the end.</summary>
internal sealed class PdfFile : IDisposable
{
    private static readonly Label PageTotal = new("本页小计", "This page");
    private static readonly Label RunningTotal = new("累计", "Up to here");

    private readonly ReportResult result;
    private readonly ExportOptions options;
    private readonly CultureInfo culture;
    private readonly SKTypeface typeface;
    private readonly SKPaint ink = new() { Color = new SKColor(0x1F, 0x27, 0x33), IsAntialias = true };
    private readonly SKPaint rule = new() { Color = new SKColor(0x8F, 0xA3, 0xBF), StrokeWidth = 0.6f };
    private readonly SKPaint shade = new() { Color = new SKColor(0xEE, 0xF3, 0xFA) };

    private PdfFile(ReportResult result, ExportOptions options)
    {
        this.result = result;
        this.options = options;
        culture = options.Culture;
        typeface = PaperFont.Family is { } family
            ? SKFontManager.Default.MatchFamily(family) : SKTypeface.CreateDefault();
    }

    private Paper Paper => options.Paper;

    public static async Task WriteAsync(
        ReportResult result, ExportOptions options, Stream target, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        using (var file = new PdfFile(result, options))
        {
            file.Draw(buffer, ct);
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(target, ct).ConfigureAwait(false);
    }

    public void Dispose()
    {
        ink.Dispose();
        rule.Dispose();
        shade.Dispose();
        typeface.Dispose();
    }

    private void Draw(Stream stream, CancellationToken ct)
    {
        var sheets = PdfSheet.Of(result, options, typeface);
        var pages = sheets.SelectMany(sheet => sheet.Pages()).ToList();
        var metadata = new SKDocumentPdfMetadata { Title = result.Title.In(culture), Creator = "Analytics" };
        using var document = SKDocument.CreatePdf(stream, metadata);
        for (var at = 0; at < pages.Count; at++)
        {
            ct.ThrowIfCancellationRequested();
            using var canvas = document.BeginPage(Paper.Width, Paper.Height);
            DrawPage(canvas, pages[at], at + 1, pages.Count);
            document.EndPage();
        }

        document.Close();
    }

    private void DrawPage(SKCanvas canvas, PdfPage page, int number, int count)
    {
        var sheet = page.Sheet;
        DrawHead(canvas);
        var y = sheet.TableTop;
        canvas.DrawRect(Paper.Margin, y, sheet.Width, sheet.HeadHeight, shade);
        foreach (var (title, left, width) in sheet.Groups())
        {
            Put(canvas, title, (left, y + sheet.RowHeight), width, (sheet.Font, IsRight: false));
        }

        y += sheet.HeadHeight;
        DrawRow(canvas, sheet, sheet.Heads, y - (sheet.RowHeight * 0.4f));
        for (var row = page.From; row < page.To; row++)
        {
            y += sheet.RowHeight;
            DrawRow(canvas, sheet, sheet.Cells(result.Rows[row]), y);
        }

        y += 4;
        canvas.DrawLine(Paper.Margin, y, Paper.Margin + sheet.Width, y, rule);
        if (sheet.HasSums)
        {
            var (ofPage, running) = sheet.Sums(page);
            DrawRow(canvas, sheet, sheet.Named(ofPage, PageTotal.In(culture)), y += sheet.RowHeight);
            DrawRow(canvas, sheet, sheet.Named(running, RunningTotal.In(culture)), y += sheet.RowHeight);
        }

        if (page.IsLast)
        {
            if (result.Totals is { } totals)
            {
                var named = sheet.Named(totals, ParameterLines.TotalLabel.In(culture));
                DrawRow(canvas, sheet, named, y += sheet.RowHeight);
            }

            DrawEnd(canvas, sheet, y + (sheet.RowHeight * 2));
        }

        DrawFoot(canvas, number, count);
    }

    private void DrawHead(SKCanvas canvas)
    {
        using var large = new SKFont(typeface, 14);
        using var small = new SKFont(typeface, 8);
        canvas.DrawText(result.Title.In(culture), Paper.Margin, Paper.Title, large, ink);
        var (y, step) = Paper.Lines;
        foreach (var line in HeadLines.Of(result, culture).Where(line => line.Length > 0))
        {
            Put(canvas, line, (Paper.Margin, y), Paper.Usable, (small, IsRight: false));
            y += step;
        }
    }

    private void DrawEnd(SKCanvas canvas, PdfSheet sheet, float y)
    {
        foreach (var line in HeadLines.End(result, culture))
        {
            Put(canvas, line, (Paper.Margin, y), Paper.Usable, (sheet.Font, IsRight: false));
            y += sheet.RowHeight;
        }

        using var small = new SKFont(typeface, 9);
        canvas.DrawText(HeadLines.SignLine.In(culture), Paper.Margin, Paper.End.Sign, small, ink);
    }

    private void DrawFoot(SKCanvas canvas, int number, int count)
    {
        using var small = new SKFont(typeface, 8);
        var pages = culture.TwoLetterISOLanguageName == "zh"
            ? string.Create(CultureInfo.InvariantCulture, $"第 {number}/{count} 页")
            : string.Create(CultureInfo.InvariantCulture, $"Page {number} of {count}");
        var left = $"{HeadLines.CompleteTo(result, culture)}  {HeadLines.Printed(result, options)}";
        var y = Paper.End.Foot;
        Put(canvas, left, (Paper.Margin, y), Paper.Usable - 90, (small, IsRight: false));
        Put(canvas, pages, (Paper.Width - Paper.Margin - 90, y), 90, (small, IsRight: true));
    }

    private void DrawRow(SKCanvas canvas, PdfSheet sheet, IReadOnlyList<string> cells, float y)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            var (left, width) = sheet.Place(at);
            Put(canvas, cells[at], (left, y), width, (sheet.Font, sheet.IsNumber(at)));
        }
    }

    /// <summary>A text within a width, cut with an ellipsis where it is longer.</summary>
    private void Put(
        SKCanvas canvas, string text, (float X, float Y) at, float width, (SKFont Font, bool IsRight) how)
    {
        if (text.Length == 0)
        {
            return;
        }

        var shown = Fitting(text, width, how.Font);
        var x = how.IsRight ? at.X + width - how.Font.MeasureText(shown) : at.X;
        canvas.DrawText(shown, x, at.Y, how.Font, ink);
    }

    private static string Fitting(string text, float width, SKFont font)
    {
        if (font.MeasureText(text) <= width)
        {
            return text;
        }

        var kept = Math.Min(text.Length, font.BreakText(text, Math.Max(0, width - font.MeasureText("…"))));
        return text[..kept] + "…";
    }
}
