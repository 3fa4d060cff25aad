using System.Globalization;

namespace Analytics.Reports.Export;

/// <summary>One end of a range: a column by its letters and a row, each fixed or not.</summary>
internal sealed record SheetCell(string Column, bool IsColumnFixed, int Row, bool IsRowFixed)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsColumnFixed ? "$" : "")}{Column}{(IsRowFixed ? "$" : "")}{Row}");
}
