using System.Globalization;

namespace Analytics.Reports.Export;

/// <summary>An answer as a file: same rows, order and labels as on the page.</summary>
public static class ReportFile
{
    /// <summary>Writes to <paramref name="target"/> and leaves it open; the caller sees to temp file and
    /// rename.</summary>
    /// <param name="culture">Language of labels; json carries both whatever it is.</param>
    public static Task WriteAsync(
        ReportResult result, ExportFormat format, CultureInfo culture, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentNullException.ThrowIfNull(target);
        return format switch
        {
            ExportFormat.Table => TableFile.WriteAsync(result, culture, target, ct),
            ExportFormat.Json => JsonFile.WriteAsync(result, target, ct),
            ExportFormat.Csv => CsvFile.WriteAsync(result, culture, target, ct),
            ExportFormat.Xlsx => XlsxFile.WriteAsync(result, culture, target, ct),
        };
    }

    /// <summary>Writes rows of another's as CSV in the form of a report's, as they come; none is kept.</summary>
    /// <param name="head">The labels of the columns.</param>
    /// <param name="rows">Cells are null, string, DateOnly, long, decimal or bool.</param>
    /// <param name="target">Left open.</param>
    /// <param name="ct">Stops writing.</param>
    public static Task WriteCsvAsync(
        IEnumerable<string> head, IAsyncEnumerable<object?[]> rows, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(target);
        return CsvFile.WriteAsync(head, rows, target, ct);
    }

    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Table => "text/plain; charset=utf-8",
        ExportFormat.Json => "application/json; charset=utf-8",
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>With the dot.</summary>
    public static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.Table => ".txt",
        ExportFormat.Json => ".json",
        ExportFormat.Csv => ".csv",
        ExportFormat.Xlsx => ".xlsx",
    };
}
