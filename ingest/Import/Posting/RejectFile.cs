using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Ingest.Import.Mappings;

namespace Analytics.Ingest.Import.Posting;

/// <summary>The rows that were refused, with line, document and reason, then as they came: mended, the file can be
/// imported by the same mapping.</summary>
/// <remarks>Begun with the first row, under a temporary name; it gets its own name when complete and is gone if never
/// completed. Cells are the source's own, so formulas in them are not neutralised.</remarks>
internal sealed partial class RejectFile(
    string folder, string sourcePath, string stamp, SourceSpec source, IReadOnlyList<string> header) : IDisposable
{
    private const string Temporary = ".rejects-";

    private static readonly string[] Own = ["line", "document_no", "reason_zh", "reason_en"];

    private StreamWriter? writer;
    private string temporary = "";

    /// <summary>How many columns of a head are those that a reject file puts before the source's own.</summary>
    public static int OwnColumns(IReadOnlyList<string> header) =>
        header.Count >= Own.Length && Own.Where((name, at) => header[at].TrimStart('_') == name).Count() == Own.Length
            ? Own.Length
            : 0;

    public void Write(Row row, string documentNo, Words reason)
    {
        writer ??= Begin();
        var line = row.Line.ToString(CultureInfo.InvariantCulture);
        WriteRow([line, documentNo, reason.Zh, reason.En, .. row.Cells]);
    }

    /// <summary>Gives the file its name; null where no row was refused.</summary>
    /// <param name="isAgain">A file of that name that holds the same is left: this import was done before, up to here.
    /// </param>
    public string? Complete(bool isAgain)
    {
        if (writer is null)
        {
            return null;
        }

        writer.Dispose();
        writer = null;
        var name = $"{Earlier().Replace(NameOf(sourcePath), "")}.rejects.{stamp}";
        for (var n = 1; ; n++)
        {
            var number = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}");
            var path = Path.Combine(folder, $"{name}{number}.csv");
            if (!File.Exists(path))
            {
                File.Move(temporary, path);
                return path;
            }

            if (isAgain && File.ReadLines(path).SequenceEqual(File.ReadLines(temporary)))
            {
                File.Delete(temporary);
                return path;
            }
        }
    }

    public void Dispose()
    {
        if (writer is not null)
        {
            writer.Dispose();
            File.Delete(temporary);
        }
    }

    /// <summary>The format of the source whose refused rows a CSV file holds, by its name; null where it is none of a
    /// workbook or a Parquet file.</summary>
    public static string? SourceFormat(string path) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
        && Earlier().Match(Path.GetFileNameWithoutExtension(path)) is { Success: true } own
        && SourceSpec.FormatOf(Path.GetFileNameWithoutExtension(path)[..own.Index]) is var format and not "csv"
            ? format
            : null;

    /// <summary>Without what says that it is CSV: rows of a workbook are known by its name.</summary>
    private static string NameOf(string path) =>
        SourceSpec.FormatOf(path) == "csv" ? Path.GetFileNameWithoutExtension(path) : Path.GetFileName(path);

    /// <summary>What a reject file's own name has behind the source's.</summary>
    [GeneratedRegex(@"\.rejects\.\d{8}T\d{6}(-\d+)?$")]
    private static partial Regex Earlier();

    private StreamWriter Begin()
    {
        Directory.CreateDirectory(folder);
        ScratchFolder.ClearAbandoned(folder, $"{Temporary}*.tmp");
        temporary = Path.Combine(folder, $"{Temporary}{Guid.NewGuid():N}.tmp");
        writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))
        {
            NewLine = "\r\n",
        };

        // The head stands where the mapping looks for it.
        for (var row = 1; row < source.HeaderRow; row++)
        {
            writer.WriteLine();
        }

        WriteRow([.. Own.Select(Distinct), .. header]);
        return writer;
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
        writer!.WriteLine(string.Join(source.Delimiter, cells.Select(cell => Quoted(cell, source.Delimiter))));

    /// <summary>A cell as it stands in a CSV file.</summary>
    public static string Quoted(string cell, string delimiter) =>
        cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(delimiter, StringComparison.Ordinal)
            || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '))
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
