using System.Text;
using Analytics.Ingest.Import.Mappings;
using Sylvan.Data.Csv;

namespace Analytics.Ingest.Import.Reading;

/// <summary>The rows of a CSV file (RFC 4180) as a stream, with the physical line each begins on.</summary>
internal sealed class CsvRows : IRowReader
{
    private const int Buffer = 1 << 16;

    /// <summary>A record longer than this is a quotation mark that was never closed, not data.</summary>
    private const int MaxRecord = 1 << 20;

    private readonly CsvDataReader reader;
    private readonly SourceSpec spec;
    private int unquoted = -1;
    private long line = 1;

    private CsvRows(CsvDataReader reader, SourceSpec spec)
    {
        this.reader = reader;
        this.spec = spec;
        Header = [];
    }

    public string[] Header { get; private set; }

    public static CsvRows Open(string path, SourceSpec spec, Encoding encoding)
    {
        var text = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, Buffer);
        CsvRows? rows = null;
        try
        {
            rows = new CsvRows(CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                // The head is read here, so that its row, blanks and doubles are ours to judge.
                HasHeaders = false,
                Delimiter = spec.Delimiter[0],
                // A zero never gets here, so no line is taken for a comment and dropped.
                Comment = '\0',
                BufferSize = Buffer,
                MaxBufferSize = MaxRecord,
            }), spec);
            rows.ReadHeader(spec.HeaderRow);
            return rows;
        }
        catch (CsvFormatException wrong)
        {
            throw rows is null ? Damaged(wrong, 1) : Damaged(wrong, rows.line);
        }
        finally
        {
            if (rows is not { Header.Length: > 0 })
            {
                rows?.Dispose();
                text.Dispose();
            }
        }
    }

    public Row? Read()
    {
        while (true)
        {
            var line = this.line;
            if (!Next())
            {
                return null;
            }

            var row = Current(line);
            if (!Headers.IsBlank(row.Cells) || row.Fault is not null)
            {
                return row;
            }
        }
    }

    public void Dispose() => this.reader.Dispose();

    private void ReadHeader(int headerRow)
    {
        for (var row = 1; row <= headerRow; row++)
        {
            if (!Next())
            {
                throw Headers.Missing(headerRow);
            }
        }

        var cells = new string[this.reader.RowFieldCount];
        for (var n = 0; n < cells.Length; n++)
        {
            cells[n] = this.reader.GetString(n);
        }

        var header = Headers.Sound(cells);
        this.unquoted = Array.FindIndex(
            header, name => name.Equals(this.spec.Unquoted, StringComparison.OrdinalIgnoreCase));
        if (this.spec.Unquoted.Length > 0 && this.unquoted < 0)
        {
            throw new SourceException(
                $"没有 unquoted 所指的列“{this.spec.Unquoted}”；文件中有：{string.Join('、', header)}",
                $"there is no column '{this.spec.Unquoted}', which unquoted names; the file has: "
                + string.Join(", ", header));
        }

        Header = header;
    }

    private bool Next()
    {
        try
        {
            if (!this.reader.Read())
            {
                return false;
            }
        }
        catch (CsvFormatException wrong)
        {
            throw Damaged(wrong, this.line);
        }

        this.line += LineEnds(this.reader.GetRawRecordSpan());
        return true;
    }

    private Row Current(long line)
    {
        var count = this.reader.RowFieldCount;
        if (this.unquoted >= 0 && count > Header.Length)
        {
            return new Row(line, Rejoined(count));
        }

        var cells = new string[Header.Length];
        for (var n = 0; n < cells.Length; n++)
        {
            cells[n] = n < count ? this.reader.GetString(n) : "";
        }

        var isBlankLine = count == 1 && cells[0].Length == 0;
        var surplus = false;
        for (var n = cells.Length; n < count; n++)
        {
            surplus |= this.reader.GetFieldSpan(n).Length > 0;
        }

        if (!surplus && (count >= cells.Length || isBlankLine))
        {
            return new Row(line, cells);
        }

        return new Row(line, cells)
        {
            Filled = Math.Min(count, cells.Length),
            Fault = surplus
                ? new($"该行有 {count} 列，表头只有 {cells.Length} 列；含分隔符的文字是否缺少引号？",
                    $"the row has {count} fields, the head {cells.Length}: is a text with a delimiter not quoted?")
                : new($"该行只有 {count} 列，表头有 {cells.Length} 列；是否被截断？",
                    $"the row has {count} fields, the head {cells.Length}: is it cut off?"),
        };
    }

    /// <summary>The cells, the surplus fields put back into the column whose text they were cut from.</summary>
    private string[] Rejoined(int count)
    {
        var surplus = count - Header.Length;
        var cells = new string[Header.Length];
        for (var n = 0; n < cells.Length; n++)
        {
            cells[n] = this.reader.GetString(n <= this.unquoted ? n : n + surplus);
        }

        var parts = Enumerable.Range(this.unquoted, surplus + 1).Select(this.reader.GetString);
        cells[this.unquoted] = string.Join(this.spec.Delimiter, parts);
        return cells;
    }

    private static int LineEnds(ReadOnlySpan<char> record)
    {
        var ends = record.Count('\n');
        for (var at = record.IndexOf('\r'); at >= 0 && at < record.Length;)
        {
            ends += at + 1 == record.Length || record[at + 1] != '\n' ? 1 : 0;
            var next = record[(at + 1)..].IndexOf('\r');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return ends;
    }

    private static SourceException Damaged(CsvFormatException wrong, long line) => wrong is CsvRecordTooLargeException
        ? new SourceException(
            $"第 {line} 行起的一条记录超过 1 MB：引号可能没有闭合",
            $"the record that begins on line {line} is longer than 1 MB: a quotation mark is probably not closed")
        : new SourceException(
            $"第 {line} 行的引号用法有误（未闭合，或闭合后还有文字）；请改正引号或重新导出",
            $"line {line}: a quotation mark is not closed, or text follows it: mend the quotes or export again");
}
