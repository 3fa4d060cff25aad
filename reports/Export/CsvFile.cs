using System.Globalization;
using System.Text;

namespace Analytics.Reports.Export;

/// <summary>An answer as CSV by RFC 4180, UTF-8 with a mark so that Excel and WPS take it for what it is. One head row,
/// the rows, the totals; values exact.</summary>
internal static class CsvFile
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    private const int FlushCharacters = 32 * 1024;

    /// <param name="result">Its rows are not looked at.</param>
    /// <param name="rows">Read once, none kept.</param>
    /// <param name="culture">Of the head.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops.</param>
    public static Task WriteAsync(
        ReportResult result, IEnumerable<object?[]> rows, CultureInfo culture, Stream target, CancellationToken ct)
    {
        var head = result.Columns.Select(column => column.Label.In(culture));
        var all = result.Totals is null ? rows : rows.Append(result.Totals);
        return WriteAsync(head, all.ToAsyncEnumerable(), target, ct);
    }

    /// <summary>Rows as they come.</summary>
    public static async Task WriteAsync(
        IEnumerable<string> head, IAsyncEnumerable<object?[]> rows, Stream target, CancellationToken ct)
    {
        var writer = new StreamWriter(target, WithMark, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            var waiting = new StringBuilder();
            AddLine(waiting, head);
            await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false))
            {
                AddLine(waiting, row.Select(CellText.Neutral));
                if (waiting.Length > FlushCharacters)
                {
                    await writer.WriteAsync(waiting, ct).ConfigureAwait(false);
                    waiting.Clear();
                }
            }

            await writer.WriteAsync(waiting, ct).ConfigureAwait(false);
        }
    }

    private static void AddLine(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quoted)).Append("\r\n");

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
