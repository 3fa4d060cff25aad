using System.Data.Common;
using System.Globalization;
using Analytics.Star;

namespace Analytics.Ingest.Import.Reading;

/// <summary>The rows of a Parquet file as a stream, counted from 1. Values are spelled as those of a workbook.
/// </summary>
internal sealed class ParquetRows : IRowReader
{
    private readonly ParquetFile file;
    private readonly bool[] isInstant;
    private long line;

    private ParquetRows(ParquetFile file)
    {
        this.file = file;
        Header = Headers.Sound([.. Enumerable.Range(0, file.Rows.FieldCount).Select(file.Rows.GetName)]);
        isInstant = [.. Enumerable.Range(0, Header.Length).Select(at => IsInstant(file.Rows.GetDataTypeName(at)))];
    }

    public string[] Header { get; }

    public static ParquetRows Open(string path, string tempFolder, CancellationToken ct)
    {
        Directory.CreateDirectory(tempFolder);
        ParquetFile? file = null;
        try
        {
            file = ParquetFile.OpenAsync(path, tempFolder, ct).GetAwaiter().GetResult();
            var rows = new ParquetRows(file);
            rows.CheckTypes();
            return rows;
        }
        catch (DbException damage)
        {
            file?.Dispose();
            throw Damaged(damage);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    public Row? Read()
    {
        try
        {
            while (file.Rows.Read())
            {
                line++;
                var cells = new string[Header.Length];
                for (var at = 0; at < cells.Length; at++)
                {
                    var text = file.Rows.IsDBNull(at) ? "" : Text(file.Rows.GetValue(at));
                    // An instant says its zone, so that no clock on the wall is taken for another.
                    cells[at] = isInstant[at] && text.Length > 0 ? text + "Z" : text;
                }

                if (!Headers.IsBlank(cells))
                {
                    return new Row(line, cells);
                }
            }

            return null;
        }
        catch (DbException damage)
        {
            throw Damaged(damage);
        }
    }

    public void Dispose() => file.Dispose();

    private static bool IsInstant(string type) =>
        type.Contains("tz", StringComparison.OrdinalIgnoreCase)
        || type.Contains("time zone", StringComparison.OrdinalIgnoreCase);

    /// <summary>A list, a structure or bytes are no cell.</summary>
    private void CheckTypes()
    {
        for (var at = 0; at < Header.Length; at++)
        {
            var type = file.Rows.GetFieldType(at);
            var isCell = type.IsPrimitive || type == typeof(string) || type == typeof(decimal)
                || type == typeof(System.Numerics.BigInteger) || type == typeof(DateOnly) || type == typeof(TimeOnly)
                || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(Guid);
            if (!isCell)
            {
                throw new SourceException(
                    $"“{Header[at]}”列是嵌套或二进制类型（{file.Rows.GetDataTypeName(at)}）；请在来源中展开或去掉该列",
                    $"column '{Header[at]}' is nested or binary ({file.Rows.GetDataTypeName(at)}): flatten it in the "
                    + "source, or leave it out");
            }
        }
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        double number => XlsxRows.Plain(number),
        float number => XlsxRows.Plain(number),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue).ToString(XlsxRows.DateFormat, CultureInfo.InvariantCulture),
        DateTime time => time.ToString(XlsxRows.DateFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString(XlsxRows.DateFormat, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static SourceException Damaged(DbException damage)
    {
        var line = damage.Message.Split('\n')[0].TrimEnd('.', ' ', '\r');
        return new SourceException(
            $"Parquet 文件已损坏或读不了（{line}）；请重新导出",
            $"the Parquet file is damaged or cannot be read ({line}): export it again");
    }
}
