using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace Analytics.Ingest.Tests.Import;

/// <summary>Writes a workbook by hand: numbers as numbers, one column as dates, the rest as text.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static void Write(string path, IReadOnlyList<string[]> rows, string dateColumn, string dateFormat)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/styles.xml"
             ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            </Types>
            """);
        Add(zip, "_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml")));
        Add(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}">
            <sheets><sheet name="orders" sheetId="1" r:id="r1"/></sheets></workbook>
            """);
        Add(zip, "xl/_rels/workbook.xml.rels",
            Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "styles.xml")));
        Add(zip, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
            """);
        var date = Array.IndexOf(rows[0], dateColumn);
        // A row without cells is left out, as spreadsheets do.
        var lines = rows.Select((row, n) => row.Length == 0 ? "" : Row(n + 1, row, n == 0 ? -1 : date, dateFormat));
        Add(zip, "xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(lines)}</sheetData></worksheet>");
    }

    private static string Row(int number, string[] cells, int date, string dateFormat)
    {
        var written = cells.Select((cell, n) =>
        {
            var at = $"{(char)('A' + n)}{number.ToString(CultureInfo.InvariantCulture)}";
            if (n == date)
            {
                var day = DateTime.ParseExact(cell, dateFormat, CultureInfo.InvariantCulture).ToOADate();
                return $"<c r=\"{at}\" s=\"1\"><v>{day.ToString(CultureInfo.InvariantCulture)}</v></c>";
            }

            // A postal code keeps its zero, as a careful user would have it.
            var isNumber = double.TryParse(cell, CultureInfo.InvariantCulture, out var value)
                && !cell.StartsWith("05", StringComparison.Ordinal);
            var text = SecurityElement.Escape(cell);
            return isNumber
                ? $"<c r=\"{at}\"><v>{value.ToString("R", CultureInfo.InvariantCulture)}</v></c>"
                : $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
        });
        return $"<row r=\"{number.ToString(CultureInfo.InvariantCulture)}\">{string.Concat(written)}</row>";
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(relations.Select(of =>
            $"<Relationship Id=\"{of.Id}\" Type=\"{Office}/{of.Type}\" Target=\"{of.Target}\"/>"))
        + "</Relationships>";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content);
    }
}
