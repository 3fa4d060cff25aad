using System.Globalization;
using System.Text;
using Analytics.Reports.Plot;
using Analytics.Star;

namespace Analytics.Reports.Export;

/// <summary>An answer as a file: same rows, order and labels as on the page. Files that people read have words where
/// values are codes; those for programs (JSON, Parquet, Arrow) have the codes.</summary>
public static class ReportFile
{
    private static readonly Label NoFigures = new(
        "这个结果里没有数字可画；请换一种格式。", "There is no figure to draw in this answer; choose another format.");

    private static readonly Label NoFont = new(
        "本机没有中文字体，图片和 PDF 里的中文无法显示；请安装一种，例如 Debian 的 fonts-wqy-microhei。",
        "This machine has no font with Chinese characters, which this answer has; "
        + "install one, such as Debian's fonts-wqy-microhei.");

    /// <summary>Writes to <paramref name="target"/> and leaves it open; the caller sees to temp file and
    /// rename.</summary>
    public static Task WriteAsync(
        ReportResult result, ExportFormat format, ExportOptions options, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(target);
        var culture = options.Culture;
        var worded = WordedRows.Of(result, culture);
        return format switch
        {
            ExportFormat.Table => TableFile.WriteAsync(result, culture, target, ct),
            ExportFormat.Json => JsonFile.WriteAsync(result, result.Rows, target, ct),
            ExportFormat.Csv => CsvFile.WriteAsync(worded, worded.Rows, culture, target, ct),
            ExportFormat.Xlsx when options.Template is not null =>
                XlsxTemplate.WriteAsync(worded, options, target, ct),
            ExportFormat.Xlsx when (long)result.Rows.Count * result.Columns.Count > XlsxFile.MostCells =>
                LargeXlsxFile.WriteAsync(worded, worded.Rows, options, target, ct),
            ExportFormat.Xlsx => XlsxFile.WriteAsync(worded, options, target, ct),
            ExportFormat.Html => HtmlFile.WriteAsync(result, options, target, ct),
            ExportFormat.Pdf => PdfFile.WriteAsync(result, options, target, ct),
            ExportFormat.Png => target.WriteAsync(ReportChart.Png(worded, culture), ct).AsTask(),
            ExportFormat.Svg =>
                target.WriteAsync(Encoding.UTF8.GetBytes(ReportChart.Svg(worded, culture)), ct).AsTask(),
            ExportFormat.Parquet => TypedFile.WriteParquetAsync(result, options.TempFolder, target, ct),
            ExportFormat.Arrow => TypedFile.WriteArrowAsync(result, target, ct),
        };
    }

    /// <summary>Writes an answer of more rows than are held, as they come, and leaves <paramref name="target"/> open.
    /// </summary>
    /// <param name="stream">Is read to its end.</param>
    /// <param name="format">One of those that are <see cref="IsStreamed"/>.</param>
    /// <param name="options">How.</param>
    /// <param name="target">May be one that cannot be sought in only for what is text.</param>
    /// <param name="ct">Stops.</param>
    public static Task WriteAsync(
        ReportStream stream, ExportFormat format, ExportOptions options, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(target);
        var culture = options.Culture;
        var rows = WordedRows.Of(stream.Rows(), stream.Head.Columns, culture);
        return format switch
        {
            ExportFormat.Json => JsonFile.WriteAsync(stream.Head, stream.Rows(), target, ct),
            ExportFormat.Csv => CsvFile.WriteAsync(stream.Head, rows, culture, target, ct),
            ExportFormat.Xlsx => LargeXlsxFile.WriteAsync(stream.Head, rows, options, target, ct),
            ExportFormat.Parquet => TypedFile.WriteParquetAsync(stream, options.TempFolder, target, ct),
            ExportFormat.Arrow => TypedFile.WriteArrowAsync(stream, target, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "holds its rows"),
        };
    }

    /// <summary>Whether a form takes rows as they come, however many.</summary>
    public static bool IsStreamed(ExportFormat format) => format
        is ExportFormat.Json or ExportFormat.Csv or ExportFormat.Xlsx or ExportFormat.Parquet or ExportFormat.Arrow;

    /// <summary>Why an answer cannot be written in a form in this way, a template's fault with it; null where it can.
    /// </summary>
    public static Label? WhyNot(ReportResult result, ExportFormat format, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return WhyNot(result, format, options.Culture)
            ?? (format == ExportFormat.Xlsx && options.Template is not null
                ? XlsxTemplate.WhyNot(result, options) : null);
    }

    /// <summary>Why an answer cannot be written in a form; null where it can.</summary>
    public static Label? WhyNot(ReportResult result, ExportFormat format, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(culture);
        return format switch
        {
            ExportFormat.Png or ExportFormat.Svg when !ReportChart.CanDraw(result) => NoFigures,
            ExportFormat.Png or ExportFormat.Pdf when PaperFont.Family is null && !IsLatin(result, culture) => NoFont,
            _ => null,
        };
    }

    /// <summary>Whether the form is bytes and no text, which no terminal shows.</summary>
    public static bool IsBinary(ExportFormat format) => format
        is ExportFormat.Xlsx or ExportFormat.Pdf or ExportFormat.Png or ExportFormat.Parquet or ExportFormat.Arrow;

    private static bool IsLatin(ReportResult result, CultureInfo culture) =>
        PaperFont.IsLatin(result.Title.In(culture))
        && result.Columns.All(column => PaperFont.IsLatin(column.Label.In(culture)))
        && WordedRows.Of(result.Rows, result.Columns, culture)
            .All(row => row.OfType<string>().All(PaperFont.IsLatin));

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
        ExportFormat.Html => "text/html; charset=utf-8",
        ExportFormat.Pdf => "application/pdf",
        ExportFormat.Png => "image/png",
        ExportFormat.Svg => "image/svg+xml",
        ExportFormat.Parquet => "application/vnd.apache.parquet",
        ExportFormat.Arrow => "application/vnd.apache.arrow.file",
    };

    /// <summary>The form that a name stands for: an extension without its dot; null where none does.</summary>
    public static ExportFormat? FormatOf(string name) => Enum.GetValues<ExportFormat>()
        .Where(known => known != ExportFormat.Table).Cast<ExportFormat?>()
        .FirstOrDefault(known => Extension(known!.Value) == "." + name);

    /// <summary>With the dot.</summary>
    public static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.Table => ".txt",
        ExportFormat.Json => ".json",
        ExportFormat.Csv => ".csv",
        ExportFormat.Xlsx => ".xlsx",
        ExportFormat.Html => ".html",
        ExportFormat.Pdf => ".pdf",
        ExportFormat.Png => ".png",
        ExportFormat.Svg => ".svg",
        ExportFormat.Parquet => ".parquet",
        ExportFormat.Arrow => ".arrow",
    };
}
