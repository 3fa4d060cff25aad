using System.Globalization;

namespace Analytics.Reports.Export;

/// <summary>An answer as a file: same rows, order and labels as on the page.</summary>
public static class ReportFile
{
    /// <summary>Writes to <paramref name="target"/> and leaves it open; the caller sees to temp file and rename.</summary>
    public static Task WriteAsync(
        ReportResult result, ExportFormat format, CultureInfo culture, Stream target, CancellationToken ct) =>
        throw new NotSupportedException($"{result}{format}{culture}{target}{ct}");

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
