using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import.Reading;

/// <summary>Opens a CSV, XLSX or Parquet file, after looking whether it is one.</summary>
internal static class SourceFile
{
    private const int HeadBytes = 4096;

    /// <exception cref="SourceException">The file is missing, empty, or not what the mapping says.</exception>
    public static IRowReader Open(string path, SourceSpec spec, string tempFolder, CancellationToken ct)
    {
        Sniff(path, spec.Format);
        return spec.Format switch
        {
            "xlsx" => XlsxRows.Open(path, spec, tempFolder),
            "parquet" => ParquetRows.Open(path, tempFolder, ct),
            _ => CsvRows.Open(path, spec, TextEncoding.Of(path, spec.Encoding, ct)),
        };
    }

    private static void Sniff(string path, string format)
    {
        if (Directory.Exists(path))
        {
            throw new SourceException(
                "这是文件夹；请给出其中的文件，或在映射的 source.file 中写明取哪一个",
                "this is a folder: give a file in it, or name one under source.file in the mapping");
        }

        if (!File.Exists(path))
        {
            throw new SourceException("没有这个文件，请核对路径", "there is no such file: check the path");
        }

        var head = Head(path);
        if (head.Length == 0)
        {
            throw new SourceException("文件是空的，请重新导出", "the file is empty: export it again");
        }

        var found = KindOf(head);
        if (format == "xlsx" && found != "xlsx")
        {
            throw new SourceException(
                $"这不是 xlsx 工作簿，而是{Chinese(found)}；请在 Excel 中另存为 .xlsx，或改用 csv 映射",
                $"this is not an xlsx workbook but {English(found)}: save it as .xlsx in Excel, or use a"
                + " mapping for csv");
        }

        if (format == "parquet" && found != "parquet")
        {
            throw new SourceException(
                $"这不是 Parquet 文件，而是{Chinese(found)}；请重新导出，或改用相应格式的映射",
                $"this is not a Parquet file but {English(found)}: export it again, or use a mapping for what it is");
        }

        if (format == "csv" && found != "text")
        {
            throw new SourceException(
                $"这不是 csv 文本，而是{Chinese(found)}；请另存为 CSV（UTF-8），或改用 xlsx 映射",
                $"this is not csv text but {English(found)}: save it as CSV (UTF-8), or use a mapping for xlsx");
        }
    }

    private static byte[] Head(string path)
    {
        using var stream = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
    }

    private static string KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return "xlsx";
        }

        if (head.StartsWith("PAR1"u8))
        {
            return "parquet";
        }

        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "xls";
        }

        if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
        {
            return "text";
        }

        if (head.Contains((byte)0) || head.StartsWith("%PDF"u8))
        {
            return "binary";
        }

        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
            ? "html"
            : "text";
    }

    private static string Chinese(string kind) => kind switch
    {
        "xlsx" => "压缩包或 xlsx 工作簿",
        "xls" => "旧版 .xls 工作簿",
        "parquet" => "Parquet 文件",
        "html" => "网页（HTML/XML）",
        "text" => "纯文本",
        _ => "二进制文件",
    };

    private static string English(string kind) => kind switch
    {
        "xlsx" => "a zip archive or xlsx workbook",
        "xls" => "an old .xls workbook",
        "parquet" => "a Parquet file",
        "html" => "a web page (HTML or XML)",
        "text" => "plain text",
        _ => "binary data",
    };
}
