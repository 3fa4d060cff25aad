using System.Text;

namespace Analytics.Ingest.Import.Reading;

/// <summary>Finds the encoding of a text file by reading all of it once: its byte order mark, else UTF-8 if every byte
/// fits, else GB18030 if every byte fits. So no character is ever replaced, and nothing breaks half-way.</summary>
internal static class TextEncoding
{
    private const int Block = 1 << 18;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <param name="path">The file.</param>
    /// <param name="wanted">"auto", "utf-8" or "gb18030".</param>
    /// <param name="ct">Stops between two blocks.</param>
    /// <exception cref="SourceException">The bytes are not text in that encoding.</exception>
    public static Encoding Of(string path, string wanted, CancellationToken ct)
    {
        if (Marked(path) is { } marked)
        {
            return marked is UTF8Encoding ? Checked(path, Utf8, "UTF-8", ct) : marked;
        }

        return wanted switch
        {
            "utf-8" => Checked(path, Utf8, "UTF-8", ct),
            "gb18030" => Checked(path, Gb18030, "GB18030", ct),
            _ when FirstWrongByte(path, Utf8, ct) < 0 => Utf8,
            _ => Checked(path, Gb18030, "UTF-8 / GB18030", ct),
        };
    }

    private static Encoding? Marked(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[3];
        mark = mark[..stream.ReadAtLeast(mark, 3, throwOnEndOfStream: false)];
        return mark switch
        {
            [0xEF, 0xBB, 0xBF] => Utf8,
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    private static Encoding Checked(string path, Encoding encoding, string name, CancellationToken ct)
    {
        var at = FirstWrongByte(path, encoding, ct);
        return at < 0
            ? encoding
            : throw new SourceException(
                $"第 {at} 字节附近不是 {name} 文本；请另存为 CSV（UTF-8），或在映射的 source.encoding 中写明编码",
                $"near byte {at} the text is not {name}: save it as CSV (UTF-8), or state source.encoding in"
                + " the mapping");
    }

    /// <summary>Where about the first byte stands that is no text in the encoding, or is zero; −1 where there is none.
    /// </summary>
    private static long FirstWrongByte(string path, Encoding encoding, CancellationToken ct)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Block];
        var chars = new char[encoding.GetMaxCharCount(Block)];
        var decoder = encoding.GetDecoder();
        for (long at = 0; ;)
        {
            ct.ThrowIfCancellationRequested();
            var count = stream.ReadAtLeast(bytes, Block, throwOnEndOfStream: false);
            var block = bytes.AsSpan(0, count);
            var zero = block.IndexOf((byte)0);
            if (zero >= 0)
            {
                return at + zero;
            }

            try
            {
                decoder.GetChars(block, chars, flush: count < Block);
            }
            catch (DecoderFallbackException wrong)
            {
                return Math.Max(0, at + Math.Max(0, wrong.Index));
            }

            at += count;
            if (count < Block)
            {
                return -1;
            }
        }
    }
}
