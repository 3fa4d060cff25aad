using System.Globalization;
using System.Text;

namespace Analytics.Reports.Export;

/// <summary>An answer as CSV by RFC 4180, UTF-8 with a mark so that Excel and WPS take it for what it is. One head row,
/// the rows, the totals; values exact.</summary>
/// <remarks>A text that a spreadsheet would run as a formula gets an apostrophe before it. Numbers do not: −5 is
/// −5.</remarks>
internal static class CsvFile
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(ReportResult result, CultureInfo culture, Stream target, CancellationToken ct)
    {
        var rows = result.Totals is null ? result.Rows : result.Rows.Append(result.Totals);
        var head = result.Columns.Select(column => column.Label.In(culture));
        await WriteAsync(head, rows.ToAsyncEnumerable(), target, ct).ConfigureAwait(false);
    }

    /// <summary>Rows as they come.</summary>
    public static async Task WriteAsync(
        IEnumerable<string> head, IAsyncEnumerable<object?[]> rows, Stream target, CancellationToken ct)
    {
        var writer = new StreamWriter(target, WithMark, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            await WriteLineAsync(writer, head, ct).ConfigureAwait(false);
            await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false))
            {
                await WriteLineAsync(writer, row.Select(TextOf), ct).ConfigureAwait(false);
            }
        }
    }

    private static string TextOf(object? value) => value is string text ? Neutral(text) : CellText.Exact(value);

    private static string Neutral(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static Task WriteLineAsync(StreamWriter writer, IEnumerable<string> fields, CancellationToken ct) =>
        writer.WriteAsync((string.Join(',', fields.Select(Quoted)) + "\r\n").AsMemory(), ct);

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
