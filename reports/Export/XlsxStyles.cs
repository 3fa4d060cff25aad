using System.Globalization;
using System.Security;

namespace Analytics.Reports.Export;

/// <summary>The formats of a workbook that is written as rows come, by their places in its part of styles.</summary>
internal sealed class XlsxStyles
{
    private const int FirstFormat = 164;
    private const int Head = 1;
    private const int Text = 2;

    private readonly List<string> formats = ["@"];

    public XlsxStyles(IReadOnlyList<ReportColumn> columns)
    {
        Columns = [.. columns.Select(column => PlaceOf(XlsxFormats.Of(column)))];
        Heads = [.. columns.Select(_ => Head)];
    }

    /// <summary>A style a column.</summary>
    public int[] Columns { get; }

    public int[] Heads { get; }

    /// <summary>For a name and what it is.</summary>
    public int[] Texts { get; } = [Text, Text];

    /// <summary>Of a text that begins like a formula: editing the cell does not turn it into one.</summary>
    public static int Quoted => 3;

    public string Part(string main)
    {
        var numbers = formats.Select((format, at) => string.Create(
            CultureInfo.InvariantCulture,
            $"<numFmt numFmtId=\"{FirstFormat + at}\" formatCode=\"{SecurityElement.Escape(format)}\"/>"));
        var cells = formats.Skip(1).Select((_, at) => Cell(FirstFormat + at + 1, ""));
        return $"""
            <styleSheet xmlns="{main}"><numFmts count="{Count(formats.Count)}">{string.Concat(numbers)}</numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>
            <name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill>
            <fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">
            <fgColor rgb="FFE8EEF7"/></patternFill></fill></fills><borders count="1"><border/></borders>
            <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{Count(formats.Count + 3)}">{Cell(0, "")}
            <xf numFmtId="{FirstFormat}" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"
            applyAlignment="1"><alignment wrapText="1"/></xf>{Cell(FirstFormat, "")}
            {Cell(FirstFormat, " quotePrefix=\"1\"")}{string.Concat(cells)}</cellXfs></styleSheet>
            """;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Cell(int format, string more) => string.Create(
        CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" applyNumberFormat=\"1\"{more}/>");

    private int PlaceOf(string format)
    {
        var at = formats.IndexOf(format);
        if (at < 0)
        {
            at = formats.Count;
            formats.Add(format);
        }

        return at == 0 ? Text : Quoted + at;
    }
}
