using System.Globalization;
using System.Xml;
using Analytics.Ingest.Import.Mappings;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Analytics.Ingest.Import.Reading;

/// <summary>The rows of a sheet as a stream. A number has the 15 digits that the sheet shows, a date is ISO
/// 8601.</summary>
internal sealed class XlsxRows : IRowReader
{
    /// <summary>How a date cell is spelled; a mapping's date takes it beside its own formats.</summary>
    public const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.fff";

    /// <summary>How long that is.</summary>
    public const int DateLength = 23;

    private readonly IEnumerator<object> rows;
    private long line;

    private XlsxRows(IEnumerator<object> rows)
    {
        this.rows = rows;
        Header = [];
    }

    public string[] Header { get; private set; }

    public static XlsxRows Open(string path, SourceSpec spec, string tempFolder)
    {
        Directory.CreateDirectory(tempFolder);
        var rows = new XlsxRows(Guarded(path, () => Query(path, spec, tempFolder)));
        try
        {
            for (var row = 1; row <= spec.HeaderRow; row++)
            {
                if (!rows.Next())
                {
                    throw Headers.Missing(spec.HeaderRow);
                }
            }

            rows.Header = Headers.Sound([.. rows.Values().Select(Text)]);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    public Row? Read()
    {
        while (Next())
        {
            var values = Values();
            var cells = new string[Header.Length];
            var at = 0;
            var surplus = false;
            foreach (var value in values)
            {
                var text = Text(value);
                if (at < cells.Length)
                {
                    cells[at++] = text;
                }
                else
                {
                    surplus |= text.Length > 0;
                }
            }

            cells.AsSpan(at).Fill("");
            var row = new Row(line, cells);
            if (surplus)
            {
                return row with
                {
                    Fault = new(
                        $"该行的单元格超出表头的 {cells.Length} 列；请补表头或清除多余单元格",
                        $"the row has cells beyond the {cells.Length} columns of the head: name them or clear them"),
                };
            }

            if (!Headers.IsBlank(cells))
            {
                return row;
            }
        }

        return null;
    }

    public void Dispose() => this.rows.Dispose();

    private static IEnumerator<object> Query(string path, SourceSpec spec, string tempFolder)
    {
        var sheets = MiniExcel.GetSheetNames(path);
        if (spec.Sheet.Length > 0 && !sheets.Contains(spec.Sheet))
        {
            throw new SourceException(
                $"没有名为“{spec.Sheet}”的工作表；现有：{string.Join('、', sheets)}",
                $"there is no sheet '{spec.Sheet}'; there are: {string.Join(", ", sheets)}");
        }

        // Shared strings of a large workbook spill to the data folder, not to the machine's.
        var options = new OpenXmlConfiguration { SharedStringCachePath = tempFolder };
        return MiniExcel.Query(
            path, useHeaderRow: false, spec.Sheet.Length > 0 ? spec.Sheet : null, ExcelType.XLSX, "A1", options)
            .GetEnumerator();
    }

    private bool Next()
    {
        var isThere = Guarded("", this.rows.MoveNext);
        line += isThere ? 1 : 0;
        return isThere;
    }

    private ICollection<object?> Values() => ((IDictionary<string, object?>)this.rows.Current).Values;

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Plain(number),
        DateTime date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>As a sheet shows it: 15 digits, without an exponent where it may be.</summary>
    public static string Plain(double number)
    {
        var digits = number.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString(CultureInfo.InvariantCulture)
            : digits;
    }

    /// <summary>A zip that is no workbook fails in the library in many ways; to the user they are one.</summary>
    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or NullReferenceException
            or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new SourceException(
                "工作簿已损坏，或不是 xlsx；请在 Excel 中打开并另存为 .xlsx",
                "the workbook is damaged or not an xlsx: open it in Excel and save it as .xlsx");
        }
    }
}
