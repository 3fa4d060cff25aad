using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Reports.Export;

/// <summary>A cell, or cells from one to another.</summary>
internal sealed partial record SheetRange(SheetCell From, SheetCell? To)
{
    public int LastRow => (To ?? From).Row;

    /// <summary>Null where the text is no such reference.</summary>
    public static SheetRange? Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new(Cell(match, 1), match.Groups[5].Success ? Cell(match, 5) : null)
            : null;
    }

    /// <summary>With other rows.</summary>
    public SheetRange With(Func<SheetCell, int> row) => new(
        From with { Row = row(From) }, To is null ? null : To with { Row = row(To) });

    /// <summary>As if its formula had been filled into a cell beside; what is fixed stays.</summary>
    public SheetRange Shifted(int rows, int columns)
    {
        return new(Moved(From), To is null ? null : Moved(To));

        SheetCell Moved(SheetCell cell) => cell with
        {
            Row = cell.IsRowFixed ? cell.Row : cell.Row + rows,
            Column = cell.IsColumnFixed ? cell.Column : XlsxSheet.Letters(PlaceOf(cell.Column) + columns),
        };
    }

    /// <summary>Of a column by its letters, from 0.</summary>
    public static int PlaceOf(string letters) =>
        letters.Aggregate(0, (place, letter) => (place * 26) + letter - 'A' + 1) - 1;

    public override string ToString() => To is null ? From.ToString() : $"{From}:{To}";

    private static SheetCell Cell(Match match, int group) => new(
        match.Groups[group + 1].Value, match.Groups[group].Length > 0,
        int.Parse(match.Groups[group + 3].Value, CultureInfo.InvariantCulture), match.Groups[group + 2].Length > 0);

    [GeneratedRegex(@"^(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?::(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7}))?$")]
    private static partial Regex Form();
}
