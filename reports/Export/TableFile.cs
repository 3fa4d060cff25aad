using System.Globalization;
using System.Text;

namespace Analytics.Reports.Export;

/// <summary>An answer as text for a terminal, where a Chinese character is two columns wide.</summary>
internal static class TableFile
{
    private const string Gap = "  ";

    public static async Task WriteAsync(ReportResult result, CultureInfo culture, Stream target, CancellationToken ct)
    {
        var cells = (result.Totals is null ? result.Rows : result.Rows.Append(result.Totals))
            .Select(row => row.Select((value, i) => Plain(CellText.Shown(value, result.Columns[i], culture))).ToArray())
            .ToList();
        List<string> lines = [result.Title.In(culture), .. HeadLines.Of(result, culture)];
        foreach (var block in TableBlock.All(result, culture))
        {
            lines.Add("");
            lines.AddRange(Lines(block, cells, result));
        }

        lines.AddRange(result.Notes.Select(note => note.In(culture)));
        var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await using (writer.ConfigureAwait(false))
        {
            foreach (var line in lines)
            {
                await writer.WriteLineAsync(line.AsMemory(), ct).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<string> Lines(TableBlock block, List<string[]> rows, ReportResult result)
    {
        var columns = block.Columns.Select(i => result.Columns[i]).ToArray();
        var head = block.Heads.Select(Plain).ToArray();
        var kept = rows.Select(row => block.Columns.Select(i => row[i]).ToArray()).ToList();
        var widths = head.Select((text, i) => kept.Select(row => WidthOf(row[i])).Append(WidthOf(text)).Max())
            .ToArray();
        Widen(block, widths);
        var rule = new string('-', widths.Sum() + (Gap.Length * Math.Max(0, widths.Length - 1)));
        if (block.Groups.Count > 0)
        {
            yield return GroupLine(block, widths);
        }

        yield return Line(head, widths, columns);
        yield return rule;
        for (var i = 0; i < kept.Count; i++)
        {
            if (result.Totals is not null && i == kept.Count - 1)
            {
                yield return rule;
            }

            yield return Line(kept[i], widths, columns);
        }
    }

    /// <summary>Gives a group's last column what its title takes beyond its columns.</summary>
    private static void Widen(TableBlock block, int[] widths)
    {
        foreach (var (title, from, count) in block.Groups)
        {
            widths[from + count - 1] += Math.Max(0, WidthOf(title) - Span(widths, from, count));
        }
    }

    /// <summary>The titles of groups, each drawn out over the columns it is about.</summary>
    private static string GroupLine(TableBlock block, int[] widths)
    {
        var parts = block.Groups.Select(group =>
        {
            var width = Span(widths, group.From, group.Count);
            var title = Plain(group.Title);
            var ruled = group.From > 0 && WidthOf(title) < width ? title + " " : title;
            return ruled + new string(group.From > 0 ? '-' : ' ', width - WidthOf(ruled));
        });
        return string.Join(Gap, parts);
    }

    private static int Span(int[] widths, int from, int count) =>
        widths.AsSpan(from, count).ToArray().Sum() + (Gap.Length * (count - 1));

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

    private static string Line(string[] cells, int[] widths, ReportColumn[] columns) =>
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
