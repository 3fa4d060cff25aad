using System.Globalization;
using SkiaSharp;

namespace Analytics.Reports.Export;

/// <summary>Columns of an answer that are printed beside one another: how wide each is, how large the letters, and how
/// the rows fall on pages.</summary>
/// <remarks>Points, 72 to the inch. Letters shrink until the columns fit, down to a size that can be read; columns
/// beyond that go to sheets of their own behind, with the columns that name the row again.</remarks>
internal sealed class PdfSheet
{
    private const float Largest = 8.5f;
    private const float Smallest = 5.5f;
    private const float WidestText = 170;
    private const float Gap = 7;
    private const int RowsMeasured = 5_000;

    private readonly ExportOptions options;
    private readonly ReportResult result;
    private readonly TableBlock block;
    private readonly float[] widths;
    private readonly int deepest;
    private readonly decimal[] running;

    private PdfSheet(ReportResult result, TableBlock block, float[] widths, SKFont font, ExportOptions options)
    {
        this.options = options;
        this.result = result;
        this.block = block;
        this.widths = widths;
        deepest = result.Levels is { Count: > 0 } levels ? levels.Max() : 0;
        running = new decimal[result.Columns.Count];
        Font = font;
    }

    public SKFont Font { get; }

    private Paper Paper => options.Paper;

    public float RowHeight => Font.Size * 1.55f;

    public float HeadHeight => RowHeight * (block.Groups.Count > 0 ? 2.4f : 1.4f);

    public float Width => widths.Sum();

    public IReadOnlyList<string> Heads => block.Heads;

    /// <summary>Where the table begins on every page: under the lines of the head, however many.</summary>
    public float TableTop => Math.Max(
        Paper.TableTop, Paper.Lines.First + (Paper.Lines.Step * HeadLines.Of(result, options.Culture).Count()));

    /// <summary>Whether a page says what it comes to: there is something that may be added, on more than one page.
    /// </summary>
    public bool HasSums { get; private set; }

    /// <summary>The sheets of an answer, in order.</summary>
    public static IReadOnlyList<PdfSheet> Of(ReportResult result, ExportOptions options, SKTypeface typeface) =>
        TableBlock.All(result, options.Culture).SelectMany(block => Sheets(result, block, typeface, options)).ToList();

    public IEnumerable<PdfPage> Pages()
    {
        var after = RowHeight * (4 + HeadLines.End(result, options.Culture).Count());
        var height = Paper.Bottom - TableTop - HeadHeight - after;
        var each = Math.Max(1, (int)(height / RowHeight));
        var rows = result.Rows.Count;
        HasSums = rows > each && block.Columns.Any(IsAdditive);
        if (rows == 0)
        {
            yield return new PdfPage(this, 0, 0, IsLast: true);
        }

        for (var from = 0; from < rows; from += each)
        {
            yield return new PdfPage(this, from, Math.Min(rows, from + each), from + each >= rows);
        }
    }

    public IReadOnlyList<string> Cells(object?[] row) =>
        [.. block.Columns.Select(at => CellText.Shown(row[at], result.Columns[at], options.Culture))];

    /// <summary>A row that stands for many: named in its first column where that is a text and nothing names it yet.
    /// </summary>
    public IReadOnlyList<string> Named(object?[] row, string name)
    {
        var cells = Cells(row).ToArray();
        if (block.IsUnnamed(result, row))
        {
            cells[0] = name;
        }

        return cells;
    }

    /// <summary>What the rows of a page come to, and those of all pages up to it, where they may be added; blank
    /// elsewhere. Asked once a page, in their order.</summary>
    public (object?[] Page, object?[] Running) Sums(PdfPage page)
    {
        var (ofPage, ofAll) = (new object?[result.Columns.Count], new object?[result.Columns.Count]);
        foreach (var at in block.Columns.Where(IsAdditive))
        {
            var sum = 0m;
            for (var row = page.From; row < page.To; row++)
            {
                sum += IsDetail(row) ? CellText.Number(result.Rows[row][at]) ?? 0 : 0;
            }

            running[at] += sum;
            ofPage[at] = IsWhole(at) ? (long)sum : (object)sum;
            ofAll[at] = IsWhole(at) ? (long)running[at] : (object)running[at];
        }

        return (ofPage, ofAll);
    }

    /// <summary>Where a column of the sheet stands, without the gap behind it.</summary>
    public (float Left, float Width) Place(int column) =>
        (Paper.Margin + widths[..column].Sum() + (Gap / 2), widths[column] - Gap);

    public bool IsNumber(int column) =>
        result.Columns[block.Columns[column]].Type is not (ColumnType.Text or ColumnType.Date or ColumnType.Bool);

    public IEnumerable<(string Title, float Left, float Width)> Groups() => block.Groups.Select(group =>
        (group.Title, Place(group.From).Left, widths[group.From..(group.From + group.Count)].Sum() - Gap));

    private static IEnumerable<PdfSheet> Sheets(
        ReportResult result, TableBlock block, SKTypeface typeface, ExportOptions options)
    {
        var font = new SKFont(typeface, Largest);
        var widths = block.Columns
            .Select((at, place) => WidthOf(result, at, block.Heads[place], font, options.Culture)).ToArray();
        var most = options.Paper.Usable * Largest / Smallest;
        var members = block.Columns.TakeWhile(at => result.Columns[at].Role == ColumnRole.Member).Count();
        var from = members;
        do
        {
            var to = from;
            var taken = widths[..members].Sum();
            while (to < widths.Length && (taken + widths[to] <= most || to == from))
            {
                taken += widths[to++];
            }

            var places = Enumerable.Range(0, members).Concat(Enumerable.Range(from, to - from)).ToList();
            var shrunk = Math.Min(1, options.Paper.Usable / places.Sum(place => widths[place]));
            yield return new PdfSheet(
                result, block.Part(places), [.. places.Select(place => widths[place] * shrunk)],
                new SKFont(typeface, Largest * shrunk), options);
            from = to;
        }
        while (from < widths.Length);
    }

    private static float WidthOf(ReportResult result, int at, string head, SKFont font, CultureInfo culture)
    {
        var rows = result.Rows.Take(RowsMeasured);
        rows = result.Totals is { } totals ? rows.Append(totals) : rows;
        var widest = rows.Select(row => font.MeasureText(CellText.Shown(row[at], result.Columns[at], culture)))
            .Append(font.MeasureText(head)).Max();
        return Math.Min(widest, WidestText) + Gap;
    }

    private bool IsAdditive(int at) => result.Columns[at].IsAdditive;

    private bool IsWhole(int at) => result.Columns[at].Type == ColumnType.Int;

    private bool IsDetail(int row) => result.Levels is not { } levels || levels[row] == deepest;
}
