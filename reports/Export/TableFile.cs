using System.Globalization;
using System.Text;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>An answer as text for a terminal, where a Chinese character is two columns wide.</summary>
internal static class TableFile
{
    private const string Gap = "  ";

    public static async Task WriteAsync(ReportResult result, CultureInfo culture, Stream target, CancellationToken ct)
    {
        var head = result.Columns.Select(column => Plain(Short(column, result, culture))).ToArray();
        var rows = (result.Totals is null ? result.Rows : result.Rows.Append(result.Totals))
            .Select(row => row.Select((value, i) => Plain(CellText.Shown(value, result.Columns[i]))).ToArray())
            .ToList();
        var widths = head.Select((text, i) => rows.Select(row => WidthOf(row[i])).Append(WidthOf(text)).Max())
            .ToArray();
        var rule = new string('-', widths.Sum() + (Gap.Length * Math.Max(0, widths.Length - 1)));
        var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            List<string> lines = [result.Title.In(culture), .. HeadLines.Of(result, culture), ""];
            if (Windows(result, widths, culture) is { Length: > 0 } windows)
            {
                lines.Add(windows);
            }
            lines.AddRange([Line(head, widths, result.Columns), rule]);
            lines.AddRange(rows.Select((row, i) => result.Totals is not null && i == rows.Count - 1
                ? $"{rule}\n{Line(row, widths, result.Columns)}"
                : Line(row, widths, result.Columns)));
            lines.AddRange(result.Notes.Select(note => note.In(culture)));
            foreach (var line in lines)
            {
                await writer.WriteLineAsync(line.AsMemory(), ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Columns a text takes on a terminal.</summary>
    internal static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += IsMark(rune) ? 0 : IsWide(rune.Value) ? 2 : 1;
        }
        return width;
    }

    /// <summary>A column's word below its window's: the measure itself, or what was made of it.</summary>
    private static string Short(ReportColumn column, ReportResult result, CultureInfo culture) => column.Role switch
    {
        ColumnRole.Base => result.Columns.First(current => current.Name == column.Measure).Label.In(culture),
        ColumnRole.Change => new Label("增减", "change").In(culture),
        ColumnRole.GrowthRate => new Label("增长率", "growth").In(culture),
        ColumnRole.Points => new Label("百分点", "points").In(culture),
        _ => column.Label.In(culture),
    };

    /// <summary>The line above the head: each comparison's name over its first column.</summary>
    private static string Windows(ReportResult result, int[] widths, CultureInfo culture)
    {
        var line = new StringBuilder();
        var at = 0;
        string? last = null;
        for (var i = 0; i < widths.Length; i++)
        {
            if (result.Columns[i].Window is { } key && key != last)
            {
                line.Append(' ', Math.Max(0, at - WidthOf(line.ToString())));
                line.Append(result.Windows.First(window => window.Key == key).Label.In(culture));
                last = key;
            }
            at += widths[i] + Gap.Length;
        }
        return line.ToString();
    }

    private static string Line(string[] cells, int[] widths, IReadOnlyList<ReportColumn> columns) =>
        string.Join(Gap, cells.Select((cell, i) =>
        {
            var padding = new string(' ', widths[i] - WidthOf(cell));
            return columns[i].Type is ColumnType.Text or ColumnType.Date ? cell + padding : padding + cell;
        })).TrimEnd();

    /// <summary>Nothing in a cell may steer the terminal.</summary>
    private static string Plain(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>East Asian wide and full-width blocks (Unicode TR 11), and emoji.</summary>
    private static bool IsWide(int code) => code
        is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
