using System.Collections;
using System.Globalization;

namespace Analytics.Reports.Export;

/// <summary>Rows with words in place of codes, for sheets that people read. Each is made when it is asked for, so that
/// many are held once.</summary>
internal sealed class WordedRows : IReadOnlyList<object?[]>
{
    private readonly IReadOnlyList<object?[]> rows;
    private readonly IReadOnlyList<ReportColumn> columns;
    private readonly CultureInfo culture;

    private WordedRows(ReportResult result, CultureInfo culture) =>
        (rows, columns, this.culture) = (result.Rows, result.Columns, culture);

    public int Count => rows.Count;

    public object?[] this[int index] => Worded(rows[index], columns, culture);

    /// <summary>The answer in words; itself where no column holds codes.</summary>
    public static ReportResult Of(ReportResult result, CultureInfo culture) => HasCodes(result.Columns)
        ? result with { Rows = new WordedRows(result, culture) } : result;

    /// <summary>Rows that come one after the other, of an answer with these columns.</summary>
    public static IEnumerable<object?[]> Of(
        IEnumerable<object?[]> rows, IReadOnlyList<ReportColumn> columns, CultureInfo culture) =>
        HasCodes(columns) ? rows.Select(row => Worded(row, columns, culture)) : rows;

    public IEnumerator<object?[]> GetEnumerator() => Of(rows, columns, culture).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool HasCodes(IReadOnlyList<ReportColumn> columns) =>
        columns.Any(column => column.Codes is not null);

    private static object?[] Worded(object?[] row, IReadOnlyList<ReportColumn> columns, CultureInfo culture) =>
        [.. row.Select((value, at) => CellText.Worded(value, columns[at], culture))];
}
