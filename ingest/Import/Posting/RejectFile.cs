using System.Globalization;
using System.Text;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import.Posting;

/// <summary>The rows that were refused, with line, document and reason, then as they came: mended, the file can be
/// imported by the same mapping.</summary>
/// <remarks>Begun with the first row, under a temporary name; it gets its own name when complete and is gone if never
/// completed. Cells are the source's own, so formulas in them are not neutralised.</remarks>
internal sealed class RejectFile(
    string folder, string sourcePath, string stamp, SourceSpec source, IReadOnlyList<string> header) : IDisposable
{
    private const string Temporary = ".rejects-";

    private static readonly string[] Own = ["line", "document_no", "reason_zh", "reason_en"];

    private StreamWriter? _writer;
    private string _temporary = "";

    public void Write(Row row, string documentNo, Words reason)
    {
        _writer ??= Begin();
        var line = row.Line.ToString(CultureInfo.InvariantCulture);
        WriteRow([line, documentNo, reason.Zh, reason.En, .. row.Cells]);
    }

    /// <summary>Gives the file its name; null where no row was refused.</summary>
    public string? Complete()
    {
        if (_writer is null)
        {
            return null;
        }

        _writer.Dispose();
        _writer = null;
        var name = $"{Path.GetFileNameWithoutExtension(sourcePath)}.rejects.{stamp}";
        for (var n = 1; ; n++)
        {
            var number = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}");
            var path = Path.Combine(folder, $"{name}{number}.csv");
            if (!File.Exists(path))
            {
                File.Move(_temporary, path);
                return path;
            }
        }
    }

    public void Dispose()
    {
        if (_writer is not null)
        {
            _writer.Dispose();
            File.Delete(_temporary);
        }
    }

    private StreamWriter Begin()
    {
        Directory.CreateDirectory(folder);
        ScratchFolder.ClearAbandoned(folder, $"{Temporary}*.tmp");
        _temporary = Path.Combine(folder, $"{Temporary}{Guid.NewGuid():N}.tmp");
        _writer = new StreamWriter(_temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))
        {
            NewLine = "\r\n",
        };

        // The head stands where the mapping looks for it.
        for (var row = 1; row < source.HeaderRow; row++)
        {
            _writer.WriteLine();
        }

        WriteRow([.. Own.Select(Distinct), .. header]);
        return _writer;
    }

    /// <summary>Our column's name, changed where the source has it too, so that the file has no head twice.</summary>
    private string Distinct(string name)
    {
        while (header.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            name = "_" + name;
        }

        return name;
    }

    private void WriteRow(IReadOnlyList<string> cells) =>
        _writer!.WriteLine(string.Join(source.Delimiter, cells.Select(Quoted)));

    private string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(source.Delimiter, StringComparison.Ordinal)
            || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '))
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
