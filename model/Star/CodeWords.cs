using System.Globalization;

namespace Analytics.Star;

/// <summary>What people read in place of values that are codes: codes.csv, and what the Ledger calls the kinds of its
/// documents.</summary>
internal static class CodeWords
{
    private const string Header = "columns,code,zh,en";

    /// <summary>Columns that hold a kind of document.</summary>
    private const string Kinds = "document_kind order_kind invoiced_document_kind";

    /// <summary>By column, then by code.</summary>
    public static Dictionary<string, Dictionary<string, Label>> Load() => Parse(
        StarSchema.Files.Read("codes.csv"),
        StarSchema.Files.Read("document_kinds.csv").Split('\n').Skip(1)
            .Select(line => line.TrimEnd('\r').Split('|')).Where(fields => fields.Length == 3)
            .Select(fields => (string[])[Kinds, .. fields]));

    /// <summary>Reads the text of a file of codes, the rows of another source after it; every fault is named in one
    /// exception, a line each.</summary>
    internal static Dictionary<string, Dictionary<string, Label>> Parse(string text, IEnumerable<string[]> more)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var errors = new List<string>();
        if (lines[0] != Header)
        {
            errors.Add($"codes.csv:1: the first line must be {Header}");
        }

        var words = new Dictionary<string, Dictionary<string, Label>>(StringComparer.Ordinal);
        for (var at = 1; at < lines.Count; at++)
        {
            if (lines[at].Length > 0 && Fault([.. Glossary.Fields(lines[at])], words) is { } fault)
            {
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"codes.csv:{at + 1}: {fault}"));
            }
        }

        errors.AddRange(more.Select(row => Fault(row, words)).OfType<string>());
        return errors.Count == 0 ? words : throw new FormatException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>Takes a row; what is wrong with it, null where it was taken.</summary>
    private static string? Fault(string[] row, Dictionary<string, Dictionary<string, Label>> words)
    {
        if (row.Length != 4 || row.Any(field => field.Length == 0))
        {
            return "columns, code, zh and en must be filled, and nothing else";
        }

        foreach (var column in row[0].Split(' '))
        {
            if (!words.TryGetValue(column, out var codes))
            {
                words[column] = codes = new(StringComparer.Ordinal);
            }

            if (!codes.TryAdd(row[1], new(row[2], row[3])))
            {
                return $"'{row[1]}' of {column} has a row already";
            }
        }

        return null;
    }
}
