using System.Globalization;
using System.Xml.Linq;

namespace Analytics.Reports.Export;

/// <summary>What becomes of references when a row of a sheet is repeated: what lay below moves down, and a range that
/// ends in the row grows.</summary>
/// <param name="Sheet">The row's.</param>
/// <param name="Row">Its number.</param>
/// <param name="More">Rows that come to be below it.</param>
internal sealed record RepeatedRow(string Sheet, int Row, int More)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Where a row is afterwards.</summary>
    public int Moved(int row) => row > Row ? row + More : row;

    /// <summary>A range seen from outside of the row.</summary>
    public SheetRange Grown(SheetRange range) => range.To is null
        ? range.With(cell => Moved(cell.Row))
        : new(
            range.From with { Row = Moved(range.From.Row) },
            range.To with { Row = range.To.Row >= Row ? range.To.Row + More : range.To.Row });

    /// <summary>The formula of a cell outside of the row, or of a name or a chart.</summary>
    public string Outside(string formula, string home) => SheetReferences.Rewrite(
        formula, home, (range, sheet) => IsOn(sheet) ? Grown(range) : range);

    /// <summary>What a chart draws: a cell of the row is all of its copies.</summary>
    public string Drawn(string formula) => SheetReferences.Rewrite(
        formula, "", (range, sheet) => !IsOn(sheet) ? range
            : Grown(range.To is null && range.From.Row == Row ? range with { To = range.From } : range));

    /// <summary>The formula of a cell of the row in one of its copies: as if it were filled down, fixed rows staying.
    /// </summary>
    public string Inside(string formula, int copy) => SheetReferences.Rewrite(
        formula, Sheet, (range, sheet) => IsOn(sheet) ? range.With(cell => Filled(cell, copy)) : range);

    /// <summary>A list of ranges, as rules of a sheet have them.</summary>
    public string GrownList(string ranges) => string.Join(' ', ranges.Split(' ').Select(
        text => SheetRange.Parse(text) is { } range ? Grown(range).ToString() : text));

    /// <summary>Moves and grows all that a sheet says of cells, its rows apart.</summary>
    public void Apply(XElement sheet)
    {
        foreach (var attribute in sheet.Elements().Where(element => element.Name != Main + "sheetData")
            .DescendantsAndSelf().Attributes().Where(one => one.Name.LocalName is "ref" or "sqref").ToList())
        {
            attribute.Value = GrownList(attribute.Value);
        }

        foreach (var rule in sheet.Descendants().Where(one => one.Name.LocalName is "formula" or "formula1"
            or "formula2"))
        {
            rule.Value = Outside(rule.Value, Sheet);
        }

        foreach (var id in sheet.Elements(Main + "rowBreaks").Elements().Attributes("id"))
        {
            id.Value = Text(Moved(int.Parse(id.Value, CultureInfo.InvariantCulture)));
        }

        sheet.Element(Main + "dimension")?.Remove();
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a sheet of that name is the row's.</summary>
    public bool IsOn(string sheet) => sheet.Equals(Sheet, StringComparison.OrdinalIgnoreCase);

    private int Filled(SheetCell cell, int copy) =>
        cell.IsRowFixed || cell.Row > Row ? Moved(cell.Row) : cell.Row + copy;
}
