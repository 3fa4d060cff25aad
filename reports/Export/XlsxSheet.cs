using System.Buffers.Text;
using System.Text;

namespace Analytics.Reports.Export;

/// <summary>One sheet on its way into a package, as text of the format: rows from the first down, of which some
/// kilobytes wait. What is full is packed while the next is filled, for that takes as long as all else.</summary>
internal sealed class XlsxSheet(Stream part) : IAsyncDisposable
{
    private const int FlushBytes = 256 * 1024;

    // Days of this calendar before the first that a sheet counts.
    private static readonly int Epoch = new DateOnly(1899, 12, 30).DayNumber;

    private readonly List<byte[]> letters = [];
    private byte[] bytes = new byte[2 * FlushBytes];
    private byte[] packed = new byte[2 * FlushBytes];
    private Task packing = Task.CompletedTask;
    private int used;

    /// <summary>Rows added so far.</summary>
    public int Rows { get; private set; }

    /// <summary>What waits should be flushed.</summary>
    public bool IsFull => used >= FlushBytes;

    /// <param name="widths">One a column.</param>
    /// <param name="frozenRows">Stay in sight.</param>
    public void Start(IEnumerable<double> widths, int frozenRows)
    {
        Put("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>
            <sheetView workbookViewId="0">
            """);
        if (frozenRows > 0)
        {
            Put(FormattableString.Invariant($"""
                <pane ySplit="{frozenRows}" topLeftCell="A{frozenRows + 1}" activePane="bottomLeft" state="frozen"/>
                """));
        }

        Put("</sheetView></sheetViews><cols>");
        foreach (var (width, at) in widths.Select((width, at) => (width, at + 1)))
        {
            Put(FormattableString.Invariant($"""<col min="{at}" max="{at}" width="{width}" customWidth="1"/>"""));
        }

        Put("</cols><sheetData>");
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">null, string, DateOnly, long, decimal or bool.</param>
    /// <param name="styles">One a cell.</param>
    public void Add(object?[] cells, int[] styles)
    {
        Rows++;
        Put("<row r=\""u8);
        Put(Rows);
        Put("\">"u8);
        for (var at = 0; at < cells.Length; at++)
        {
            Cell(at, cells[at], styles[at]);
        }

        Put("</row>"u8);
    }

    /// <summary>After it nothing waits.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        Put("</sheetData></worksheet>"u8);
        await FlushAsync(ct).ConfigureAwait(false);
        await packing.ConfigureAwait(false);
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        await packing.ConfigureAwait(false);
        (bytes, packed) = (packed, bytes);
        var full = packed.AsMemory(0, used);
        used = 0;
        packing = Task.Run(() => part.WriteAsync(full, ct).AsTask(), ct);
    }

    public async ValueTask DisposeAsync()
    {
        // Where it failed, whoever flushed was told; the part is free when it has ended.
        await packing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await part.DisposeAsync().ConfigureAwait(false);
    }

    private void Cell(int column, object? value, int style)
    {
        switch (value)
        {
            case null or "":
                break;
            case string text:
                Text(column, text, style);
                break;
            case decimal number:
                Open(column, style, "\"><v>"u8);
                Room(32);
                Utf8Formatter.TryFormat(number, bytes.AsSpan(used), out var written);
                used += written;
                Put("</v></c>"u8);
                break;
            case long number:
                Open(column, style, "\"><v>"u8);
                Put(number);
                Put("</v></c>"u8);
                break;
            case DateOnly date:
                Open(column, style, "\"><v>"u8);
                Put(DayOf(date));
                Put("</v></c>"u8);
                break;
            case bool flag:
                Open(column, style, "\" t=\"b\"><v>"u8);
                Put(flag ? "1</v></c>"u8 : "0</v></c>"u8);
                break;
            default:
                Text(column, CellText.Exact(value), style);
                break;
        }
    }

    /// <summary>Typed as a text, so that it is never a formula, number or date.</summary>
    private void Text(int column, string text, int style)
    {
        var kept = XlsxText.Writable(text);
        Open(column, CellText.LooksLikeFormula(kept) ? XlsxStyles.Quoted : style, "\" t=\"inlineStr\"><is><t"u8);
        Put(char.IsWhiteSpace(kept[0]) || char.IsWhiteSpace(kept[^1]) ? " xml:space=\"preserve\">"u8 : ">"u8);
        Escaped(kept);
        Put("</t></is></c>"u8);
    }

    private void Open(int column, int style, ReadOnlySpan<byte> rest)
    {
        Put("<c r=\""u8);
        while (letters.Count <= column)
        {
            letters.Add(Encoding.ASCII.GetBytes(Letters(letters.Count)));
        }

        Put(letters[column]);
        Put(Rows);
        Put("\" s=\""u8);
        Put(style);
        Put(rest);
    }

    /// <summary>A day as a sheet counts it.</summary>
    public static int DayOf(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>Of a column, from 0.</summary>
    public static string Letters(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private void Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny("<>&\r_") < 0)
        {
            Put(text);
            return;
        }

        // _x0041_ stands for a character by its number, so that an underline may be no such beginning.
        Put(text.Replace("_x", "_x005F_x", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal));
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(bytes.AsSpan(used));
        used += text.Length;
    }

    private void Put(string text)
    {
        Room(text.Length * 3);
        used += Encoding.UTF8.GetBytes(text, bytes.AsSpan(used));
    }

    private void Put(long number)
    {
        Room(20);
        Utf8Formatter.TryFormat(number, bytes.AsSpan(used), out var written);
        used += written;
    }

    private void Room(int wanted)
    {
        if (bytes.Length - used < wanted)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + wanted));
        }
    }
}
