using System.Globalization;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>An answer as Parquet or Arrow, for other engines: rows alone, typed, under the names of the columns.
/// </summary>
internal static class TypedFile
{
    public static Task WriteParquetAsync(
        ReportResult result, string tempFolder, Stream target, CancellationToken ct) =>
        RowFile.WriteParquetAsync(Columns(result), result.Rows, tempFolder, target, ct);

    public static Task WriteParquetAsync(
        ReportStream stream, string tempFolder, Stream target, CancellationToken ct) =>
        RowFile.WriteParquetAsync(Columns(stream.Head), stream.Reader, tempFolder, target, ct);

    public static Task WriteArrowAsync(ReportResult result, Stream target, CancellationToken ct) =>
        RowFile.WriteArrowAsync(Columns(result), result.Rows, Facts(result), target, ct);

    public static Task WriteArrowAsync(ReportStream stream, Stream target, CancellationToken ct) =>
        RowFile.WriteArrowAsync(Columns(stream.Head), stream.Reader, Facts(stream.Head), target, ct);

    private static Dictionary<string, string> Facts(ReportResult result)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["report"] = result.Report,
            ["generation"] = result.Generation,
            ["complete_to"] = result.CompleteTo.ToString("O", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in result.Params)
        {
            facts["param_" + name] = CellText.Exact(value);
        }

        return facts;
    }

    private static List<RowColumn> Columns(ReportResult result) => result.Columns
        .Select(column => new RowColumn(column.Name, TypeOf(column.Type), column.Label, column.Unit)).ToList();

    private static RowColumnType TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => RowColumnType.Text,
        ColumnType.Date => RowColumnType.Date,
        ColumnType.Int => RowColumnType.Whole,
        ColumnType.Decimal or ColumnType.Rate => RowColumnType.Figure,
        ColumnType.Bool => RowColumnType.Flag,
    };
}
