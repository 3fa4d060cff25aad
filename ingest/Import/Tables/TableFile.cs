using System.Data;
using System.Globalization;
using System.Text;
using Analytics.Ingest.Import.Posting;
using Analytics.Ledger;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Analytics.Ingest.Import.Tables;

/// <summary>A kept table as a file: its template, or what stands in the book, in the form that is imported.</summary>
/// <remarks>What the columns take stands in a CSV's second row, which begins with <c>#</c> and is passed over, and on a
/// workbook's second sheet. Texts that a spreadsheet would run get an apostrophe, which the import takes off.</remarks>
public sealed class TableFile(KeptTable table, bool isChinese)
{
    /// <summary>Begins a row that is for people.</summary>
    internal const string Remark = "#";

    /// <param name="stream">Left open.</param>
    /// <param name="view">The book; null writes the template.</param>
    /// <param name="ct">Stops.</param>
    public async Task WriteCsvAsync(Stream stream, BookReader? view, CancellationToken ct)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        await LineAsync(Heads());
        if (view is null)
        {
            await LineAsync(table.Columns.Select((column, at) => (at == 0 ? Remark + " " : "") + Pick(column.Takes)));
        }

        foreach (var row in Rows(view))
        {
            await LineAsync(row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!));
        }

        Task LineAsync(IEnumerable<string> cells) => text.WriteLineAsync(
            string.Join(',', cells.Select(cell => RejectFile.Quoted(cell, ","))).AsMemory(), ct);
    }

    /// <param name="stream">Left open.</param>
    /// <param name="view">The book; null writes the template.</param>
    /// <param name="ct">Stops.</param>
    public Task WriteXlsxAsync(Stream stream, BookReader? view, CancellationToken ct)
    {
        var sheets = new Dictionary<string, object>
        {
            [Pick(table.Title)] = Sheet(view),
            [isChinese ? "列说明" : "columns"] = table.Columns.Select(Explained).ToList(),
        };
        var options = new OpenXmlConfiguration { FastMode = true };
        return stream.SaveAsAsync(sheets, excelType: ExcelType.XLSX, configuration: options, cancellationToken: ct);
    }

    private IEnumerable<object[]> Rows(BookReader? view) => view is null ? [] : table.Rows(view, isChinese);

    /// <summary>The rows as they come; of none, a table that has heads all the same.</summary>
    private object Sheet(BookReader? view)
    {
        var heads = Heads().ToList();
        if (Rows(view).Any())
        {
            return Rows(view).Select(row => heads.Zip(row).ToDictionary(one => one.First, one => one.Second));
        }

        var empty = new DataTable { Locale = CultureInfo.InvariantCulture };
        heads.ForEach(head => empty.Columns.Add(head));
        return empty;
    }

    private Dictionary<string, object> Explained(KeptColumn column) => new()
    {
        [isChinese ? "列" : "column"] = Pick(column.Name),
        [isChinese ? "填什么" : "takes"] = Pick(column.Takes),
        [isChinese ? "区分各行" : "tells rows apart"] = column.IsKey ? isChinese ? "是" : "yes" : "",
    };

    private IEnumerable<string> Heads() => table.Columns.Select(column => Pick(column.Name));

    private string Pick(Words words) => isChinese ? words.Zh : words.En;
}
