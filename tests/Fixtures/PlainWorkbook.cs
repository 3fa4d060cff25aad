using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Analytics.Fixtures;

/// <summary>A workbook without its pictures, for a test to open: the library that reads it would measure them with a
/// graphics library that is not there.</summary>
public static partial class PlainWorkbook
{
    public static MemoryStream Of(Stream workbook)
    {
        var copy = new MemoryStream();
        workbook.CopyTo(copy);
        using (var package = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in package.Entries.Where(IsOfSheet).ToList())
            {
                Rewrite(entry);
            }
        }

        copy.Position = 0;
        return copy;
    }

    public static MemoryStream Of(byte[] workbook) => Of(new MemoryStream(workbook));

    private static bool IsOfSheet(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal);

    private static void Rewrite(ZipArchiveEntry entry)
    {
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        var plain = Drawing().Replace(text, "");
        if (plain != text)
        {
            using var stream = entry.Open();
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(plain);
        }
    }

    /// <summary>In a sheet, and in what it is related to.</summary>
    [GeneratedRegex("<(x:)?drawing [^>]*/>|<Relationship [^>]*relationships/drawing\"[^>]*/>")]
    private static partial Regex Drawing();
}
